import type { Fields } from '#hook/log/fact.ts';
import type { Called } from '#hook/log/trace.ts';
import type { EventType } from '#protocol';
import type { Arguments, Class, Constructor, Native } from './functions.ts';

/** Text, or bytes in memory of their own. */
export type Sent = string | Uint8Array<ArrayBuffer>;

/** A socket of either kind, as the hook knows it: what is asked of it, and what a panel can have done with it. */
export interface Life {
  readonly number: number;
  /** What records it: the hook of the document that it is of, whichever document's method was called. */
  readonly calls: Calls;
  readyState(): number;
  /** In bytes; 0 where it is not known. */
  bufferedAmount(): number;
  /** Whether the native takes an object as bytes; all else it takes as the string that it becomes. */
  isBytes(value: object): boolean;
  /** What sends for a panel, called on `sender` with one argument. */
  readonly nativeSend: Native;
  readonly sender: object;
  /** Something that closes it was called. */
  closing(): void;
  /** Closes it for a panel. @param args a code and a reason, or less */
  close(args: Arguments): unknown;
  /** Has a message come as if it had arrived. */
  inject(data: Sent): void;
}

/** A class whose instances are recorded. */
export interface Kind {
  readonly native: Class;
  /** Its name, where it is not WebSocket. */
  readonly name: string | undefined;
  /** Follows an instance from now on. */
  begin(socket: object, number: number): void;
  /** Throws a TypeError on an object of another kind. */
  url(socket: unknown): string;
}

/**
 * What a page calls on the sockets of a document: forward first, record after. What the native gives or throws is what the
 * caller gets; what goes wrong in the recording is counted as a loss and nothing else. `called` is the hook's function that
 * the page called; there is none where a panel calls. Natives are called from here and not deeper: a page sees in the stack
 * of an error how deep that is.
 */
export interface Calls {
  /** Whether anything is recorded at all. */
  isOn(): boolean;
  construct(kind: Kind, args: Arguments, newTarget: Constructor, called: Called): object;
  /** Takes up a socket that nobody saw being made; gives its number. */
  adopt(kind: Kind, socket: object): number;
  send(life: Life, native: Native, self: object, value: unknown, called?: Called): unknown;
  /**
   * Calls what closes a socket; a second time that changes nothing and says nothing.
   * @param args of the native: a code and a reason, or an object with both, or neither
   */
  close(life: Life, native: Native, self: object, args: Arguments, called?: Called): unknown;
  /** Notes that something has happened to the socket of that number, now. */
  tell(socket: number, type: EventType, find: () => Fields): void;
}
