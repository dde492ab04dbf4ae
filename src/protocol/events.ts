/**
 * Events: the facts of the WebSocket interface, going up from the page to the panel.
 * Names are those of the standard, https://websockets.spec.whatwg.org/.
 */

/** What a payload was in the page: `text`, or the name of the binary type that was sent or received. */
export type Form = 'text' | 'Blob' | 'ArrayBuffer' | 'DataView' | `${string}Array`;

/** Who put a message on its way: the page and its server, or a person in the panel. */
export type Author = 'page' | 'panel';

/** A payload. `data` is shorter than `size` where a limit cut it, and missing where it died with its page. */
export interface Payload {
  readonly form: Form;
  /** Of a view that shows a part of its buffer only: where it begins, and how long the buffer is, in bytes. */
  readonly offset?: number;
  readonly buffer?: number;
  /** UTF-16 units for text, bytes for all else. */
  readonly size: number;
  readonly data?: string | Uint8Array;
}

interface Common {
  /** Number of the event in its document: 1, 2, 3 … without gaps in the hook, so that a gap means a loss. */
  readonly n: number;
  /** Milliseconds since the document's time origin, monotonic. */
  readonly t: number;
  /** Number of the socket in its document: 1, 2, 3 … */
  readonly socket: number;
}

/** What a socket may be besides a WebSocket. */
export type Interface = 'WebSocketStream';

/** `new WebSocket(…)`, as the page called it, or `new WebSocketStream(…)`. */
export interface ConstructEvent extends Common {
  readonly type: 'construct';
  /** Where it is no WebSocket. */
  readonly interface?: Interface;
  /** The arguments, printed; what is neither a string nor an array of strings is named by its type only. */
  readonly args: readonly string[];
  /** The resolved URL; empty where the constructor threw. */
  readonly url: string;
  readonly protocols: readonly string[];
  readonly stack: string;
  /** Name and message of what the constructor threw. */
  readonly error?: string;
}

export interface OpenEvent extends Common {
  readonly type: 'open';
  readonly protocol: string;
  readonly extensions: string;
}

/** A call of `send()`, or a chunk that is written to a WebSocketStream; what is buffered there is not known. */
export interface SendEvent extends Common, Payload {
  readonly type: 'send';
  readonly author: Author;
  /** `readyState` at the call: a send after OPEN is dropped by the browser without a word. */
  readonly state: number;
  /** `bufferedAmount` in bytes, before and after the call. */
  readonly before: number;
  readonly after: number;
  readonly stack: string;
  readonly error?: string;
}

/** A `message` event as the page saw it, or a chunk that it got from a WebSocketStream. */
export interface MessageEvent extends Common, Payload {
  readonly type: 'message';
  readonly author: Author;
}

/** A call of `close()`, or of anything else that closes a WebSocketStream. */
export interface ClosingEvent extends Common {
  readonly type: 'closing';
  readonly author: Author;
  /** As it was passed; `null` for a number that JSON has not: NaN, or an infinite one. */
  readonly code?: number | null;
  readonly reason?: string;
  readonly stack: string;
  readonly error?: string;
}

export interface ErrorEvent extends Common {
  readonly type: 'error';
}

export interface CloseEvent extends Common {
  readonly type: 'close';
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

/** `bufferedAmount` in bytes while it is not zero, and the zero that ends it. */
export interface BufferedEvent extends Common {
  readonly type: 'buffered';
  readonly amount: number;
}

/** The page set `binaryType`. */
export interface BinaryTypeEvent extends Common {
  readonly type: 'binaryType';
  readonly value: string;
}

export type SocketEvent =
  | ConstructEvent
  | OpenEvent
  | SendEvent
  | MessageEvent
  | ClosingEvent
  | ErrorEvent
  | CloseEvent
  | BufferedEvent
  | BinaryTypeEvent;

export type EventType = SocketEvent['type'];
