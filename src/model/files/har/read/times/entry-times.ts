import type { Counting, FileTimes, Written } from './counting.ts';
import { dropOutliers } from './order.ts';
import { fromEpoch, isSmall } from './units.ts';

/** When the socket of an entry began, and its messages were. */
export interface EntryTimes {
  /** ms since the epoch. */
  readonly created: number;
  /** How long it was there at least, in ms. */
  readonly lasted: number;
  /** ms since the epoch, one a message. */
  readonly times: Float64Array;
  /** Whether the time of a message is a guess, between those of its neighbours. */
  readonly isPlaced: (index: number) => boolean;
}

const DAY = 24 * 3600e3;
const YEAR = 366 * DAY;

/** Clocks of one program may differ by that much, in ms. */
const APART = 1000;

interface EntryFacts extends Written {
  /** When it says that it began, in ms since the epoch; NaN where it does not. */
  readonly started: number;
  /** When it began, if neither it nor a message of it says so. */
  readonly otherwise: number;
}

/** Reads the times of one entry as its file counts them; what cannot be the time of one of its messages is guessed. */
export function entryTimes(facts: EntryFacts, { counting }: FileTimes): EntryTimes {
  const { started, lasted, otherwise } = facts;
  const known = converted(facts, counting, Number.isNaN(started) ? otherwise : started);
  const base = dropFar(known, started, Math.max(0, lasted));
  dropOutliers(known);
  const created = startOf(known, base, otherwise);
  for (const [index, time] of known.entries()) if (time < created) known[index] = Number.NaN;
  return {
    created,
    lasted: Math.min(Math.max(0, lasted), YEAR),
    times: filled(known, created),
    isPlaced: (index) => Number.isNaN(known[index]),
  };
}

/** What each time is, in ms since the epoch; NaN where it cannot be told. */
function converted({ times }: Written, counting: Counting, start: number): Float64Array {
  let zero: number | undefined;
  return Float64Array.from(times, (time) => {
    if (!isSmall(time) || counting === 'epoch') return fromEpoch(time);
    if (counting === 'milliseconds') return start + time;
    if (counting === 'monotonic' && time > 0) zero ??= time;
    return start + (time - (zero ?? 0)) * 1000;
  });
}

/**
 * Leaves out what is far from the start of the entry, or, where that is far from most of them, from each other.
 * @returns the start, NaN where it cannot be
 */
function dropFar(known: Float64Array, started: number, lasted: number): number {
  const all = known.filter((time) => !Number.isNaN(time)).sort();
  const far = all.filter((time) => time < started - DAY || time > started + lasted + YEAR).length;
  const base = all.length > 1 && far * 2 > all.length ? Number.NaN : started;
  const around = Number.isNaN(base) ? (all[all.length >> 1] ?? 0) : base;
  const first = around - (Number.isNaN(base) ? YEAR : DAY);
  const last = around + lasted + YEAR;
  for (const [index, time] of known.entries()) if (time < first || time > last) known[index] = Number.NaN;
  return base;
}

/** A socket begins before its messages: where most of them are before it, it is its start that is wrong. */
function startOf(known: Float64Array, started: number, otherwise: number): number {
  const all = known.filter((time) => !Number.isNaN(time));
  const early = all.filter((time) => time < started - APART).length;
  const isWrong = Number.isNaN(started) || early * 2 > all.length;
  const from = isWrong ? Number.NEGATIVE_INFINITY : started - APART;
  const first = all.reduce(
    (first, time) => (time >= from ? Math.min(first, time) : first),
    Number.POSITIVE_INFINITY,
  );
  if (Number.isFinite(first)) return isWrong ? first : Math.min(first, started);
  return Number.isNaN(started) ? otherwise : started;
}

/** Times with those that are not known between their neighbours. */
function filled(known: Float64Array, created: number): Float64Array {
  const times = known.slice();
  let before = created;
  for (let from = 0; from < times.length; from++) {
    const time = times[from] ?? 0;
    if (!Number.isNaN(time)) before = Math.max(before, time);
    else from = fill(times, from, before) - 1;
  }
  return times;
}

/** Fills a gap, and gives the index after it. */
function fill(times: Float64Array, from: number, before: number): number {
  let end = from;
  while (end < times.length && Number.isNaN(times[end])) end++;
  const after = Math.max(before, times[end] ?? before);
  for (let at = from; at < end; at++)
    times[at] = before + ((after - before) * (at - from + 1)) / (end - from + 1);
  return end;
}
