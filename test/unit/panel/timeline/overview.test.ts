import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tally } from '#panel/views/axis/lanes/tally.ts';
import { dragTo, holdAt } from '#panel/views/timeline/overview/window.ts';

describe('the tally of a session', () => {
  const start = 1_800_000_000_000;
  const times = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 100_000_000 })),
    { minLength: 1, maxLength: 60 },
  );

  it('counts what counting one by one would, in whatever order times come', () => {
    fc.assert(
      fc.property(times, (list) => {
        const tally = new Tally();
        for (const time of list) tally.add(start + time, 'sent');
        const plain = new Array(tally.size).fill(0);
        for (const time of list) plain[Math.floor((start + time - tally.from) / tally.length)]++;
        expect(Array.from(tally.counts.sent.subarray(0, tally.size))).toEqual(plain);
        expect(tally.size).toBeLessThanOrEqual(2048);
      }),
    );
  });

  it('makes its buckets no longer than it must', () => {
    fc.assert(
      fc.property(times, (list) => {
        const tally = new Tally();
        for (const time of list) tally.add(start + time, 'received');
        const length = Math.max(...list) - Math.min(...list);
        expect(tally.length).toBeLessThanOrEqual(Math.max(1, length / 1000));
      }),
    );
  });
});

describe('the window on the overview', () => {
  const [whole, view] = [
    { from: 0, to: 1000 },
    { from: 200, to: 400 },
  ];

  it('moves with what is dragged inside of it, and keeps its length', () => {
    expect(dragTo(holdAt(view, whole, 250, 10), 350, 1)).toEqual({ from: 300, to: 500 });
  });

  it('is made longer and shorter at its ends', () => {
    expect(dragTo(holdAt(view, whole, 203, 10), 100, 1)).toEqual({ from: 100, to: 400 });
    expect(dragTo(holdAt(view, whole, 396, 10), 700, 1)).toEqual({ from: 200, to: 700 });
    expect(dragTo(holdAt(view, whole, 396, 10), 150, 1)).toEqual({ from: 150, to: 200 });
  });

  it('is drawn anew beside it, and where it is all there is; never without length', () => {
    expect(dragTo(holdAt(view, whole, 600, 10), 650, 1)).toEqual({ from: 600, to: 650 });
    expect(dragTo(holdAt(whole, whole, 300, 10), 250, 1)).toEqual({ from: 250, to: 300 });
    expect(dragTo(holdAt(whole, whole, 300, 10), 300, 1)).toEqual({ from: 300, to: 301 });
  });
});
