import { expect, it } from 'vitest';
import { origin } from '#relay/clock.ts';

/** What is done while the calendar is ahead, and the monotonic clock is not: as on a machine that has slept. */
function ahead<T>(ms: number, act: () => T): T {
  const { now } = Date;
  Date.now = () => now() + ms;
  try {
    return act();
  } finally {
    Date.now = now;
  }
}

it('what a document’s clock counts from moves on when the machine has slept, and not by a little', () => {
  const before = origin();
  expect(before).toBe(performance.timeOrigin);
  expect(ahead(500, origin)).toBe(before);
  const after = ahead(3_600_000, origin);
  expect(after - before).toBeCloseTo(3_600_000, -2);
  expect(ahead(3_600_500, origin)).toBe(after);
});
