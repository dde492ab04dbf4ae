import type { Result, Session } from '#model';

/** A place in the session: the row with a number, or a moment in ms since the epoch. */
export type Place = { readonly row: number } | { readonly time: number };

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?$/;
const SPAN = /^\+?(\d+(?:[.,]\d+)?)\s*(ms|s|m|min|h)$/i;
/** The marks that languages group digits by are let through. */
const NUMBER = /^#?(\d[\d.,'’\s]*)$/;

const units: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 60e3, min: 60e3, h: 3600e3 };

/**
 * Reads where a person wants to go: `1234`, the number of a row; `12:34:56.789`, a time of day as the table shows it; or
 * `1.5s`, the time since the session began, in ms, s, m or h.
 * @returns `undefined` where it is none of these
 */
export function readPlace(text: string, { start }: Session): Place | undefined {
  const written = text.trim();
  const [, hours, minutes, seconds = '0', fraction = '0'] = CLOCK.exec(written) ?? [];
  if (hours !== undefined)
    return { time: timeOfDay(start, [hours, minutes ?? '0', seconds, fraction.padEnd(3, '0')]) };
  const [, amount, unit] = SPAN.exec(written) ?? [];
  if (amount !== undefined && unit !== undefined)
    return { time: start + Number(amount.replace(',', '.')) * (units[unit.toLowerCase()] ?? 1) };
  const [, number] = NUMBER.exec(written) ?? [];
  return number === undefined ? undefined : { row: Number(number.replace(/\D/g, '')) - 1 };
}

/** The first moment with a local time of day that is not before the minute in which the session began. */
function timeOfDay(start: number, parts: readonly string[]): number {
  const [hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = parts.map(Number);
  const day = new Date(start);
  day.setHours(hours, minutes, seconds, milliseconds);
  if (day.getTime() < start - 60_000) day.setDate(day.getDate() + 1);
  return day.getTime();
}

/** The row at a place, or the next of those that the table shows, or the last of them. */
export function rowAt(place: Place, { rows }: Session, result: Result): number | undefined {
  if (result.length === 0) return undefined;
  const last = result.length - 1;
  if ('row' in place) return result.at(Math.min(result.position(place.row), last));
  // Not by halves: a row from a worker may be older than the one before.
  for (let position = 0; position < last; position++) {
    const row = result.at(position);
    if (rows.time(row) >= place.time) return row;
  }
  return result.at(last);
}
