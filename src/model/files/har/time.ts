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
