/** From this many ms on the two clocks are apart: they are also set right by a little now and then. */
const APART = 1000;

let zero = performance.timeOrigin;

/**
 * What the document's monotonic clock counts from at the moment, in ms since the epoch. It is `performance.timeOrigin`
 * until the machine sleeps: the monotonic clock mostly does not go on then, see https://github.com/w3c/hr-time/issues/115
 */
export function origin(): number {
  const now = Date.now() - performance.now();
  if (Math.abs(now - zero) > APART) zero = now;
  return zero;
}
