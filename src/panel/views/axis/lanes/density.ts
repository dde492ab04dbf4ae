import type { Column, Rows } from '#model';

/** Indexes of rows in the order of time. */
interface RowNumbers {
  readonly length: number;
  at(position: number): number;
}

/**
 * Position of the first of `list`'s rows, from `low` on, that is not before `time`.
 * @param guess how far from `low` that may be; a good one saves half of the search
 */
export function firstFrom(list: RowNumbers, rows: Rows, time: number, low = 0, guess = 1): number {
  let high = list.length;
  let at = low;
  // Gallop first: what is looked for mostly lies near where the last search ended.
  for (let step = guess; at + step < high; step *= 2) {
    if (rows.time(list.at(at + step)) >= time) high = at + step;
    else at += step;
  }
  while (at < high) {
    const middle = (at + high) >> 1;
    if (rows.time(list.at(middle)) < time) at = middle + 1;
    else high = middle;
  }
  return at;
}

/** What is told of a bucket of time: its number, and the positions in the list of its first row and after its last. */
type Visit = (bucket: number, first: number, end: number) => void;

/**
 * Visits each of `buckets` stretches of time from `from` on, `length` ms each, on which rows fall. Costs a search for
 * each, however many rows there are; empty ones are passed over.
 */
export function eachBucket(
  list: Column<Uint32Array>,
  rows: Rows,
  { from, length, buckets }: { from: number; length: number; buckets: number },
  visit: Visit,
): void {
  let at = firstFrom(list, rows, from);
  let before = 1;
  while (at < list.length) {
    const bucket = Math.floor((rows.time(list.at(at)) - from) / length);
    if (bucket >= buckets) return;
    const next = Math.max(at + 1, firstFrom(list, rows, from + (bucket + 1) * length, at, before));
    before = next - at;
    visit(Math.max(0, bucket), at, next);
    at = next;
  }
}

/** Rows of a list by column of an axis: of the first ones, up to `rows` of them. */
interface Counted {
  readonly from: number;
  readonly perColumn: number;
  readonly counts: Uint32Array;
  rows: number;
}

/** What was counted last of long lists: while messages come, the axis mostly stays as it is. */
const counted = new WeakMap<Column<Uint32Array>, Counted>();

/** How many rows fall on each of `columns` px from `from` on, `perColumn` ms each. Valid until the next call. */
export function density(
  list: Column<Uint32Array>,
  rows: Rows,
  from: number,
  perColumn: number,
  columns: number,
): Uint32Array {
  const known = counted.get(list);
  if (known?.from === from && known.perColumn === perColumn && known.counts.length === columns)
    return countOn(known, list, rows);
  // A new one for every lane would be more garbage than all the rest of a frame.
  const counts = known?.counts.length === columns ? known.counts.fill(0) : new Uint32Array(columns);
  eachBucket(list, rows, { from, length: perColumn, buckets: columns }, (column, first, end) => {
    counts[column] = end - first;
  });
  // What is counted as soon as it is kept is not worth the memory.
  if (list.length > columns) counted.set(list, { from, perColumn, counts, rows: list.length });
  return counts;
}

/** Counts the rows that have come since. */
function countOn(known: Counted, list: Column<Uint32Array>, rows: Rows): Uint32Array {
  const { from, perColumn, counts } = known;
  for (; known.rows < list.length; known.rows++) {
    const column = Math.floor((rows.time(list.at(known.rows)) - from) / perColumn);
    if (column >= 0 && column < counts.length) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

/** The row of `list` nearest to a time, no further from it than `reach` ms; `undefined` where there is none. */
export function nearest(
  list: Column<Uint32Array>,
  rows: Rows,
  time: number,
  reach: number,
): number | undefined {
  const after = firstFrom(list, rows, time);
  const near = [after - 1, after]
    .filter((at) => at >= 0 && at < list.length)
    .map((at) => list.at(at))
    .filter((row) => Math.abs(rows.time(row) - time) <= reach);
  return near.sort((a, b) => Math.abs(rows.time(a) - time) - Math.abs(rows.time(b) - time))[0];
}
