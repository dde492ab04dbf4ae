import type { Author } from '#protocol';
import type { Glimpse } from '../packs/payloads.ts';
import type { SocketRecord } from './socket.ts';

/**
 * What a row of the message table is: a message either way, or a change in a socket's life. `unload` is the
 * document going away under a socket that was not closed, `frame` a frame that is no message: a ping, a pong, a close,
 * or one whose opcode means nothing. No page sees those; files of other programs may have them. `pause` and `resume` are
 * of all sockets: between them no message was kept.
 */
export const rowTypes = [
  'send',
  'message',
  'construct',
  'open',
  'closing',
  'error',
  'close',
  'binaryType',
  'unload',
  'frame',
  'pause',
  'resume',
] as const;

export type RowType = (typeof rowTypes)[number];

export type Direction = 'out' | 'in';

export type Kind = 'text' | 'binary';

/**
 * What of a row is a guess, because there was nothing, or nothing possible, to tell it: a `time` that is one then
 * lies between those of its neighbours.
 */
export const repairs = ['type', 'opcode', 'data', 'time'] as const;

export type Repair = (typeof repairs)[number];

/** The part of its buffer that a view shows, in bytes. */
export interface Part {
  readonly offset: number;
  /** Length of the whole buffer. */
  readonly buffer: number;
}

/**
 * One row, put together from the session's columns when somebody looks at it. Its `data` is the payload of a message, or
 * what was said with a close, an error, an open; of a `resume` how many messages were not kept.
 */
export interface Row extends Glimpse {
  readonly index: number;
  readonly type: RowType;
  /** ms since the epoch. */
  readonly time: number;
  readonly socket: SocketRecord;
  readonly author: Author;
  /** Of a message or a frame; absent on other rows. */
  readonly direction?: Direction;
  /**
   * Of a message: the name of what the page handed over or got, `text` or `Blob` or `Uint8Array` … Of a frame: what it
   * is, `ping` or `opcode 11` …
   */
  readonly form?: string;
  /** Bytes on the wire; 0 for what is no message. */
  readonly size: number;
  /** Where in the page's code the call was made, one frame a line; empty where unknown. */
  readonly stack: string;
  /** What the call threw, or why a send went nowhere. */
  readonly error?: string;
  /** What a person noted about the row; empty where it is marked and no more, absent where it is not. */
  readonly note?: string;
  /** Of a send: `bufferedAmount` in bytes before and after. */
  readonly bufferedBefore?: number;
  readonly bufferedAfter?: number;
  /** Of a message that was sent as a view of a part of its buffer. */
  readonly part?: Part;
  /** Absent where nothing is a guess. */
  readonly repaired?: readonly Repair[];
}

export const isMessage = (type: RowType): type is 'send' | 'message' => type === 'send' || type === 'message';

/** Whether a row has a payload, a form and a direction. */
export const hasPayload = (type: RowType): type is 'send' | 'message' | 'frame' =>
  isMessage(type) || type === 'frame';

/**
 * Whether a message went over the wire: one whose `send()` threw or came after the close did not, nor did one that a
 * person let the page receive.
 */
export const isOnWire = ({ type, author, error }: WireFacts): boolean =>
  isMessage(type) && error === undefined && (type === 'send' || author !== 'panel');

interface WireFacts {
  readonly type: RowType;
  readonly author?: Author | undefined;
  readonly error?: string | undefined;
}
