import { afterEach, expect, it, vi } from 'vitest';
import { origin } from '#relay/clock.ts';

afterEach(() => vi.useRealTimers());

/** Moves the calendar on, and not the monotonic clock: what a machine does that sleeps. */
function sleep(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

it('what a document’s clock counts from moves on when the machine has slept, and not by a little', () => {
  const before = origin();
  expect(before).toBe(performance.timeOrigin);
  sleep(500);
  expect(origin()).toBe(before);
  sleep(3_600_000);
  const after = origin();
  expect(after - before).toBeCloseTo(3_600_500, -2);
  expect(origin()).toBe(after);
});
