import { language } from './words.ts';

/**
 * Figures as a person reads them, in the language of the browser. What is recorded may be any number: what cannot be
 * told in these words, such as a time that is in no calendar, is told as the number that it is.
 */

const whole = new Intl.NumberFormat(language);

const clockTime = new Intl.DateTimeFormat(language, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});

const unit = (name: string, digits: number) =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: name,
    unitDisplay: 'narrow',
    maximumFractionDigits: digits,
  });

const [byte, kilobyte, megabyte] = [unit('byte', 0), unit('kilobyte', 1), unit('megabyte', 1)];
const milliseconds = [unit('millisecond', 1), unit('millisecond', 0)] as const;
const seconds = [unit('second', 3), unit('second', 1)] as const;
const minutes = unit('minute', 1);

/** Longer figures nobody reads. */
const MOST = 1e15;

const isReadable = (value: number) => Math.abs(value) < MOST;

export const countText = (n: number): string => (isReadable(n) ? whole.format(n) : String(n));

/** A size in bytes, in the decimal unit that suits it. */
export function sizeText(bytes: number): string {
  if (!isReadable(bytes)) return `${bytes} B`;
  if (Math.abs(bytes) < 1000) return byte.format(bytes);
  return Math.abs(bytes) < 1e6 ? kilobyte.format(bytes / 1e3) : megabyte.format(bytes / 1e6);
}

/** A point in time, in ms since the epoch, as local time of day with its milliseconds. */
export const clockText = (time: number): string => (isDate(time) ? clockTime.format(time) : String(time));

/** The same with its date, as ISO 8601 has it, in UTC. */
export const isoText = (time: number): string => (isDate(time) ? new Date(time).toISOString() : String(time));

/** Whether a number is a time of ECMAScript: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const isDate = (time: number) => Math.abs(time) <= 8.64e15;

/** A stretch of time in ms, in the unit that suits it. */
export function spanText(ms: number): string {
  const size = Math.abs(ms);
  if (!isReadable(size)) return `${ms} ms`;
  if (size < 1000) return milliseconds[size < 10 ? 0 : 1].format(ms);
  return size < 60_000 ? seconds[size < 10_000 ? 0 : 1].format(ms / 1000) : minutes.format(ms / 60_000);
}
