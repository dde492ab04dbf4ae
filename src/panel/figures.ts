import { language, say } from './words.ts';

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

const share = new Intl.NumberFormat(language, { style: 'percent' });

/** Intl has no form that is short, keeps its unit at a distance and tells minutes from metres: it says "1.5s", or "1.5 sec". */
const unit = (sign: string, digits: number) => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  return (n: number) => `${number.format(n)}\u00a0${sign}`;
};

const signOfByte = say('byte');

/** The sign of 2 ** 20 bytes. */
export const signOfMebibyte = `Mi${signOfByte}`;

const [bytes, kilobytes, megabytes] = [
  unit(signOfByte, 0),
  unit(`k${signOfByte}`, 1),
  unit(`M${signOfByte}`, 1),
];
const milliseconds = [unit('ms', 1), unit('ms', 0)] as const;
const seconds = [unit('s', 3), unit('s', 1)] as const;
const minutes = unit('min', 1);

/** Longer figures nobody reads. */
const MOST = 1e15;

const isReadable = (value: number) => Math.abs(value) < MOST;

export const countText = (n: number): string => (isReadable(n) ? whole.format(n) : String(n));

/** A rate, such as messages a second: a small one with its tenths. */
export const rateText = (rate: number): string =>
  countText(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate));

/** A part of a whole, from 0 to 1, in percent that are full. */
export const shareText = (part: number): string => share.format(Math.floor(part * 100) / 100);

/** A size in bytes, in the decimal unit that suits it. */
export function sizeText(size: number): string {
  if (!isReadable(size)) return `${size}\u00a0${signOfByte}`;
  if (Math.abs(size) < 1000) return bytes(size);
  return Math.abs(size) < 1e6 ? kilobytes(size / 1e3) : megabytes(size / 1e6);
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
  if (!isReadable(size)) return `${ms}\u00a0ms`;
  if (size < 1000) return milliseconds[size < 10 ? 0 : 1](ms);
  return size < 60_000 ? seconds[size < 10_000 ? 0 : 1](ms / 1000) : minutes(ms / 60_000);
}
