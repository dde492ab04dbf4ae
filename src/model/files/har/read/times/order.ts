/** Messages may be that far out of order, in ms: some programs write them as they hear of them. */
const TOLERANCE = 60_000;

/**
 * Of times that should not go back, makes NaN of those that lie before or after what is around them: as few as can be.
 * @param times in ms; NaN is passed over
 */
export function dropOutliers(times: Float64Array): void {
  if (isInOrder(times)) return;
  const path = longestPath(times);
  let next = 0;
  for (let index = 0; index < times.length; index++) {
    if (index === path[next]) next++;
    const before = times[path[next - 1] ?? -1] ?? Number.NEGATIVE_INFINITY;
    const after = times[path[next] ?? -1] ?? Number.POSITIVE_INFINITY;
    const time = times[index] ?? 0;
    if (time < before - TOLERANCE || time > after + TOLERANCE) times[index] = Number.NaN;
  }
}

function isInOrder(times: Float64Array): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < last) return false;
    if (time > last) last = time;
  }
  return true;
}

/** The indexes of the longest sequence that never goes back: https://en.wikipedia.org/wiki/Longest_increasing_subsequence */
function longestPath(times: Float64Array): Uint32Array {
  /** By length, the index at which the sequence of that length with the smallest end ends. */
  const ends: number[] = [];
  const before = new Uint32Array(times.length);
  for (const [index, time] of times.entries()) {
    if (Number.isNaN(time)) continue;
    const length = firstAfter(ends, times, time);
    before[index] = ends[length - 1] ?? 0;
    ends[length] = index;
  }
  const path = new Uint32Array(ends.length);
  for (let at = path.length - 1, index = ends[at] ?? 0; at >= 0; at--, index = before[index] ?? 0)
    path[at] = index;
  return path;
}

/** The position of the first of the ends that is after a time. */
function firstAfter(ends: readonly number[], times: Float64Array, time: number): number {
  let low = 0;
  for (let high = ends.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((times[ends[middle] ?? 0] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
