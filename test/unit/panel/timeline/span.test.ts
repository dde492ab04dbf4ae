import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusOn, marks, pan, spanOf, zoom } from '#panel/views/axis/span.ts';

const whole = { from: 1_800_000_000_000, to: 1_800_000_060_000 };

const time = fc.double({ min: whole.from, max: whole.to, noNaN: true });
const span = fc
  .tuple(time, fc.double({ min: 1, max: 120_000, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('the axis of the timeline', () => {
  it('shows all of a session, with room at its end', () => {
    const { from, to } = spanOf({ kind: 'all' }, whole);
    expect(from).toBe(whole.from);
    expect(to).toBeGreaterThan(whole.to);
  });

  it('keeps its scale for a while as the session grows', () => {
    const later = { ...whole, to: whole.to + 500 };
    expect(spanOf({ kind: 'all' }, later)).toEqual(spanOf({ kind: 'all' }, whole));
  });

  it('moves with the newest where that is followed', () => {
    const later = { ...whole, to: whole.to + 1000 };
    const [a, b] = [whole, later].map((of) => spanOf({ kind: 'newest', length: 5000 }, of));
    expect((b?.from ?? 0) - (a?.from ?? 0)).toBe(1000);
  });

  it('moves on by steps where less motion is asked for, and never leaves the newest behind', () => {
    const focus = { kind: 'newest', length: 4000 } as const;
    fc.assert(
      fc.property(fc.nat(100_000), (by) => {
        const later = { ...whole, to: whole.to + by };
        const { from, to } = spanOf(focus, later, true);
        expect([to % 1000, to - from]).toEqual([0, 4000]);
        expect(to).toBeGreaterThanOrEqual(later.to);
        expect(to - later.to).toBeLessThan(1000);
      }),
    );
  });

  it('zooms around the pointer: what is under it stays there', () => {
    fc.assert(
      fc.property(
        span,
        fc.double({ min: 0.2, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, factor, part) => {
          const around = before.from + part * (before.to - before.from);
          const after = zoom(before, factor, around, whole);
          expect((around - after.from) / (after.to - after.from)).toBeCloseTo(part, 2);
        },
      ),
    );
  });

  it('never pans so far that nothing is left to see', () => {
    fc.assert(
      fc.property(span, fc.double({ min: -1e9, max: 1e9, noNaN: true }), (before, delta) => {
        const after = pan(before, delta, whole);
        expect(after.from).toBeLessThan(whole.to);
        expect(after.to).toBeGreaterThan(whole.from);
      }),
    );
  });

  it('goes on following the end when a move has reached it', () => {
    expect(focusOn({ from: whole.to - 1000, to: whole.to + 1 }, whole).kind).toBe('newest');
    expect(focusOn({ from: whole.from - 1, to: whole.to + 1 }, whole).kind).toBe('all');
    expect(focusOn({ from: whole.from, to: whole.to - 1 }, whole).kind).toBe('span');
  });

  it('marks round times, as many as there is room for', () => {
    const { step, times } = marks({ from: 1000, to: 61_000 }, 1000, 7);
    expect([step, times]).toEqual([10_000, [1000, 11_000, 21_000, 31_000, 41_000, 51_000, 61_000]]);
    expect(marks({ from: 0, to: 3 }, 0, 10).step).toBe(0.5);
    expect(marks({ from: 0, to: 86_400_000 * 40 }, 0, 10).step).toBe(86_400_000 * 4);
  });
});

describe('whatever times there are', () => {
  const any = fc.oneof(
    fc.double(),
    fc.constantFrom(1e16, -1, 0, Number.NaN, Infinity, 1.8e12, Number.MAX_VALUE),
  );

  it('the axis has no more marks than there is room for', () => {
    fc.assert(
      fc.property(any, any, any, fc.double({ min: 0, max: 50, noNaN: true }), (from, to, origin, wanted) => {
        expect(marks({ from, to }, origin, wanted).times.length).toBeLessThanOrEqual(4 * Math.max(1, wanted));
      }),
    );
  });
});
