import type { Delivery, Limits } from './commands.ts';

/** Commands as the relay gives them to the hook, as JSON: the hook knows of no panels. */
export type HookCommand = Read | ({ readonly type: 'limit' } & Limits) | HookAct;

/** What is to be done with a socket of the page; `args` are those of its `close()`. */
export type HookAct =
  | ({ readonly type: 'send' | 'inject' } & Delivery)
  | { readonly type: 'close'; readonly socket: number; readonly args: readonly unknown[] };

/** What hindered the hook: the socket's `readyState`, or what was thrown; neither where nothing did. */
export interface Hindrance {
  readonly state?: number;
  readonly thrown?: string;
}

/** Hand over what comes after an event number, as much as goes into one batch. */
export interface Read {
  readonly type: 'read';
  readonly after: number;
  /** Whether an earlier read found that events are missing, and the reader has not been told how many. */
  readonly gap: boolean;
  /** Whether there is no later: bytes are put into the message, and not into a Blob. */
  readonly now: boolean;
  /** Up to which event number all other readers have had everything. */
  readonly others: number;
}

/**
 * Above every event number: `after` of a reader that is gone, so that the hook learns what the others have had, and
 * `others` where there are none.
 */
export const NOBODY = Number.MAX_SAFE_INTEGER;

/** What a read gives, but for its events: they are the node's text (see protocol/channel.ts). */
export interface Reading {
  readonly bytes: ArrayBuffer | Blob;
  /** Number of the last event that the reader now has, or will never have. */
  readonly last: number;
  /** Whether that was the last one there is; if so, the hook tells when there are more. */
  readonly all: boolean;
  /** Whether events are missing, and the reader is to be told how many as soon as it has all others. */
  readonly gap: boolean;
  /** See `Batch`. */
  readonly counts: string;
}
