import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestDrain, mostBuffered, stepsOf } from '#panel/views/details/socket/buffered.ts';

const samples = fc
  .array(fc.record({ time: fc.nat(1000), amount: fc.constantFrom(0, 0, 1, 500, 70_000) }), { minLength: 1 })
  .map((list) => list.sort((a, b) => a.time - b.time));

describe('what waited to be sent', () => {
  it('took longest to drain from the first bytes that waited until none did', () => {
    const amounts = [
      [10, 5],
      [20, 9],
      [30, 0],
      [40, 1],
      [55, 3],
      [70, 0],
      [90, 4],
    ] as const;
    const list = amounts.map(([time, amount]) => ({ time, amount }));
    expect(longestDrain(list, 95)).toEqual({ from: 40, to: 70 });
    expect(longestDrain(list, 200)).toEqual({ from: 90, to: 200 });
    expect(longestDrain([], 200)).toBeUndefined();
  });

  it('is at most what any sample says, the first time that it was as much', () => {
    fc.assert(
      fc.property(samples, (list) => {
        const most = Math.max(...list.map(({ amount }) => amount));
        expect(mostBuffered(list)).toEqual(
          most === 0 ? undefined : list.find(({ amount }) => amount === most),
        );
      }),
    );
  });

  it('loses no peak in a chart, however few steps it has', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 40 }), (list, count) => {
        const [times, amounts] = stepsOf(list, { from: 0, to: 1001 }, count);
        expect(times).toHaveLength(count + 1);
        expect(Math.max(...amounts)).toBe(mostBuffered(list)?.amount ?? 0);
      }),
    );
  });
});
