import type { Column, Rows } from '#model';

/** Position of the first of `list`'s rows, from `low` on, that is not before `time`. */
export function firstFrom(list: Column<Uint32Array>, rows: Rows, time: number, low = 0): number {
  let high = list.length;
  let at = low;
  // Gallop first: what is looked for mostly lies near where the last search ended.
  for (let step = 1; at + step < high; step *= 2) {
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

/**
 * How many rows fall on each of `columns` px from `from` on, `perColumn` ms each. Costs a search for each column
 * that has rows, however many they are; empty ones are passed over.
 */
export function density(
  list: Column<Uint32Array>,
  rows: Rows,
  from: number,
  perColumn: number,
  columns: number,
): Uint32Array {
  const counts = new Uint32Array(columns);
  let at = firstFrom(list, rows, from);
  while (at < list.length) {
    const column = Math.floor((rows.time(list.at(at)) - from) / perColumn);
    if (column >= columns) break;
    const next = Math.max(at + 1, firstFrom(list, rows, from + (column + 1) * perColumn, at));
    counts[Math.max(0, column)] = next - at;
    at = next;
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
