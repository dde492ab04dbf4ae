/** How many ms the units are in which programs count from the epoch. */
const units = { s: 1000, ms: 1, µs: 1e-3, ns: 1e-6 } as const;

export type Unit = keyof typeof units;

const names = Object.keys(units) as readonly Unit[];

/** Moments from 1973 to 2286, in ms: in no two units are they the same numbers. */
const FIRST = 1e11;
const END = 1e13;

/** The unit in which a number is a moment since the epoch; `undefined` where it is in none. */
export const unitOf = (value: number): Unit | undefined =>
  names.find((unit) => value * units[unit] >= FIRST && value * units[unit] < END);

/** A number that counts from the epoch, in whatever unit, in ms; NaN where it cannot. */
export function fromEpoch(value: number): number {
  const unit = unitOf(value);
  return unit ? value * units[unit] : Number.NaN;
}

/** Whether a number is too small for any of those: it may count from somewhere else. */
export const isSmall = (value: number): boolean => value >= 0 && value * units.s < FIRST;

/** How dates are written: as in ISO 8601, or as in HTTP. */
const DATE = /^\s*(?:\d{4}-\d\d|[A-Z][a-z]{2},? )/;

/** The number that a time is, as it is written; a date in ms since the epoch. NaN where it is neither. */
export function timeOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  return DATE.test(value) ? Date.parse(value) : Number(value);
}
