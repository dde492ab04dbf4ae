import type { Author } from '#protocol';
import type { Glimpse } from '../packs/payloads.ts';
import type { SocketRecord } from './socket.ts';

/**
 * What a row of the message table is: a message either way, or a change in a socket's life. `unload` is the
 * document going away under a socket that was not closed.
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
] as const;

export type RowType = (typeof rowTypes)[number];

export type Direction = 'out' | 'in';

export type Kind = 'text' | 'binary';

/** The part of its buffer that a view shows, in bytes. */
export interface Part {
  readonly offset: number;
  /** Length of the whole buffer. */
  readonly buffer: number;
}

/**
 * One row, put together from the session's columns when somebody looks at it. Its `data` is the payload of a message, or
 * what was said with a close, an error, an open.
 */
export interface Row extends Glimpse {
  readonly index: number;
  readonly type: RowType;
  /** ms since the epoch. */
  readonly time: number;
  readonly socket: SocketRecord;
  readonly author: Author;
  /** Of a message; absent on other rows. */
  readonly direction?: Direction;
  /** Of a message: the name of what the page handed over or got, `text` or `Blob` or `Uint8Array` … */
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
}

export const isMessage = (type: RowType): type is 'send' | 'message' => type === 'send' || type === 'message';
