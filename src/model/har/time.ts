/** The last moment that ECMAScript and every reader of ISO 8601 can write with four digits for the year. */
const LAST = Date.UTC(9999, 11, 31);

const within = (time: number) => Math.min(Math.max(Number.isFinite(time) ? time : 0, 0), LAST);

/** A moment as a HAR has it; ms since the epoch go in. */
export const isoDate = (time: number): string => new Date(within(time)).toISOString();

/** A span in ms, never negative, so that it is a HAR timing. */
export const span = (from: number, to: number): number => within(to) - within(from) || 0;

/**
 * A moment as the time of a `_webSocketMessages` item: seconds since the epoch and never whole, because some
 * readers take a whole number for an integer and fail.
 */
export function toSeconds(time: number): number {
  const seconds = within(time) / 1000;
  return Number.isInteger(seconds) ? seconds + Math.max(1e-6, seconds * Number.EPSILON) : seconds;
}

/** Where numbers stop being seconds since the epoch, and where those begin. */
const MILLISECONDS = 1e11;
const EPOCH_SECONDS = 1e8;

/** Reads a time that is in seconds or in ms since the epoch, and tells which by its size; `undefined` if it is neither. */
export function fromEpoch(time: number): number | undefined {
  if (time >= MILLISECONDS) return time;
  return time >= EPOCH_SECONDS ? time * 1000 : undefined;
}

/** Within this many ms an entry that does not say how long it took may still be counting. */
const PATIENCE = 60_000;

/**
 * Reads the times of one entry, whichever way its writer counted: since the epoch, or in seconds since the entry's
 * start, or in seconds on a clock with its zero anywhere (the monotonic clock of the DevTools protocol). The last
 * can only be told by its first time being later than the entry can have lasted; that one is then put at its start.
 * @param started ms since the epoch
 * @param lasted ms; 0 or less where unknown
 * @param first the first time of the entry, as written
 */
export function clockOf(started: number, lasted: number, first: number): (time: number) => number {
  const counts = first * 1000 <= (lasted > 0 ? lasted : PATIENCE);
  const zero = counts ? 0 : first;
  return (time) => fromEpoch(time) ?? started + (time - zero) * 1000;
}
