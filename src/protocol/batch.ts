import type { SocketEvent } from './events.ts';

/**
 * A batch: the one envelope that goes up. Events are one JSON text, which costs the page least: it is written
 * once, copied as a string on the way, and read in the panel's process. Bytes and long texts travel beside it.
 */
export interface Batch {
  /** What the times of its events count from, in ms since the epoch: later than before where the machine slept. */
  readonly origin: number;
  /** Number of the event that it comes after. */
  readonly after: number;
  /**
   * JSON of the events. One that has nothing out of the ordinary is the list of what is its own: `[n, t, socket, data]`
   * for a text received, and `before` and `after` behind these for a text sent. Any other is an object. Of a
   * `construct`, `args` are strings, arrays, and `{ type }` for what is neither (see read-arguments.ts).
   */
  readonly events: string;
  /**
   * Payloads too long or too binary for JSON, one after the other; an event names its own by `at` and `length`. Text is in
   * UTF-8; where the event says so by `json` it is JSON of the text, which has lone surrogates. A Blob is a third of the
   * price of the same bytes in the message, and not bound by its 64 MiB.
   */
  readonly bytes: ArrayBuffer | Blob;
  /**
   * Where the reader may have missed events, JSON of how many events each socket has had up to now, by its number. What
   * the reader did not get of them it will never see: they were evicted before it could have them. Else empty. It goes
   * with the last batch of what there was when the reader attached, always.
   */
  readonly counts: string;
  readonly outcomes: readonly Outcome[];
}

/** What became of a command; `error` is absent where it was carried out. */
export interface Outcome {
  readonly id: number;
  readonly error?: Refusal | undefined;
}

/** Why a command was not carried out: by a panel (the first), or by the hook. */
export type Refusal = 'gone' | 'connecting' | 'closed' | { readonly thrown: string };

/** A batch whose events have been read and have their payloads in them. */
export interface ReadBatch {
  readonly origin: number;
  readonly events: readonly SocketEvent[];
  readonly counts: readonly (readonly [socket: number, events: number])[];
  readonly outcomes: readonly Outcome[];
}
