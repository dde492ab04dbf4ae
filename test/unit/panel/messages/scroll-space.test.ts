import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScrollSpace } from '#panel/views/rows/scroll-space.ts';

const space = (count: number, viewport = 400, rowHeight = 20) => {
  const made = new ScrollSpace(rowHeight);
  made.resize(count, viewport);
  return made;
};

describe('ScrollSpace', () => {
  it('is the browser’s own scrolling for a list that a browser can hold', () => {
    const list = space(1000);
    list.scrolled(1234);
    expect([list.height, list.scaled, list.offset, list.first]).toEqual([20_000, false, 1234, 61]);
  });

  it('stays below what browsers can lay out, however many rows there are', () => {
    expect(space(50_000_000).height).toBeLessThanOrEqual(8_000_000);
  });

  it('reaches the first and the last row of ten million', () => {
    const list = space(10_000_000);
    list.scrolled(list.height - 400);
    expect(list.last).toBe(10_000_000);
    list.scrolled(0);
    expect(list.first).toBe(0);
  });

  it('takes the scroll event that its own move causes for no news', () => {
    const list = space(10_000_000);
    list.reveal(5_000_000);
    expect(list.scrolled(list.top)).toBe(false);
    expect(list.scrolled(list.top + 3)).toBe(true);
  });

  it('shows any row that it is asked to reveal in full, and moves no further than needed', () => {
    const input = [fc.integer({ min: 1, max: 20_000_000 }), fc.nat(), fc.nat()] as const;
    fc.assert(
      fc.property(...input, (count, from, to) => {
        const list = space(count);
        list.reveal(from % count);
        const before = list.offset;
        const start = (to % count) * 20;
        const seen = start >= before && start + 20 <= before + 400;
        list.reveal(to % count);
        expect(list.offset).toBeLessThanOrEqual(start);
        expect(list.offset + 400).toBeGreaterThanOrEqual(Math.min(start + 20, count * 20));
        if (seen) expect(list.offset).toBe(before);
      }),
    );
  });

  it('keeps its place while rows are added, and moves up with the end while they go', () => {
    const list = space(1000);
    list.moveTo(5000);
    list.resize(2000, 400);
    expect(list.offset).toBe(5000);
    list.resize(100, 400);
    expect(list.offset).toBe(1600);
  });

  it('has every row in view in the document, and as many rows wherever it is', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(40_000),
        (count, viewport, offset) => {
          const list = space(count, viewport);
          list.moveTo(offset);
          expect(list.first * 20).toBeLessThanOrEqual(list.offset);
          expect(list.last * 20).toBeGreaterThanOrEqual(Math.min(count * 20, list.offset + viewport));
          expect(list.last - list.first).toBe(Math.min(count, list.slots));
        },
      ),
    );
  });

  it('keeps its place while rows are put before those in view, until it is another list', () => {
    const list = space(1000);
    const [rows, others] = [{}, {}];
    list.keepPlace(rows, 10);
    list.moveTo(5000);
    list.keepPlace(rows, 15);
    list.resize(1005, 400);
    expect(list.offset).toBe(5100);
    list.keepPlace(others, 400);
    list.resize(1000, 400);
    expect(list.offset).toBe(5100);
  });

  it('keeps the row that one looks at where it is on screen, in whatever list it is next', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), fc.nat(15), (before, after, below) => {
        const list = space(1000, 400);
        const [one, other] = [{}, {}];
        list.moveTo((before - below) * 20);
        list.keepRow(one, 'row', before);
        const top = before * 20 - list.offset;
        // Not found yet, in a list that is still being made.
        list.moveTo(0);
        list.keepRow(other, 'row', undefined);
        list.keepRow(other, 'row', after);
        const least = Math.max(0, Math.min(after * 20 - top, 1000 * 20 - 400));
        if (top >= 0 && top < 400) expect(list.offset).toBe(least);
        // Who scrolls away from it is left there.
        list.moveTo(10_000);
        list.keepRow(other, 'row', after);
        expect(list.offset).toBe(10_000);
      }),
    );
  });

  it('keeps that row in view when less is seen, unless one has scrolled away from it', () => {
    const list = space(1000, 400);
    const rows = {};
    list.moveTo(2000);
    list.keepRow(rows, 'row', 115);
    list.resize(1000, 200);
    list.keepRow(rows, 'row', 115);
    expect(list.offset).toBe(116 * 20 - 200);
    list.moveTo(9000);
    list.keepRow(rows, 'row', 115);
    list.resize(1000, 100);
    list.keepRow(rows, 'row', 115);
    expect(list.offset).toBe(9000);
  });

  it('does not move for a row that one looks at only now', () => {
    const list = space(1000, 400);
    list.keepRow({}, 'one', 5);
    list.moveTo(8000);
    list.keepRow({}, 'other', 600);
    expect(list.offset).toBe(8000);
  });
});
