import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowPool } from '#panel/views/rows/row-pool.ts';

const size = fc.integer({ min: 1, max: 30 }).map((half) => half * 2);
const moves = fc.array(fc.oneof(fc.nat(40), fc.nat(1_000_000)), { minLength: 1, maxLength: 20 });

/** The slots of the rows that are held, in their order. */
const slots = (pool: RowPool, first: number, size: number) =>
  Array.from({ length: size }, (_, i) => pool.slot(first + i));

describe('RowPool', () => {
  it('has a slot for every row that it holds, wherever it went', () => {
    fc.assert(
      fc.property(size, moves, (size, moves) => {
        const pool = new RowPool();
        for (const first of moves) {
          pool.hold(first, size);
          const taken = slots(pool, first, size).sort((a, b) => a - b);
          expect(taken).toEqual(Array.from({ length: size }, (_, i) => i));
        }
      }),
    );
  });

  it('leaves the rows that stay in their slots, where half of them do', () => {
    const pool = new RowPool();
    pool.hold(1001, 20);
    const before = slots(pool, 1001, 20);
    pool.hold(1011, 20);
    expect(slots(pool, 1011, 10)).toEqual(before.slice(10));
    pool.hold(1001, 20);
    expect(slots(pool, 1001, 20)).toEqual(before);
  });

  it('moves no more than one element in the document where no row stays', () => {
    fc.assert(
      fc.property(size, fc.nat(1_000_000), fc.nat(1_000_000), (size, from, to) => {
        fc.pre(Math.abs(to - from) >= size);
        const pool = new RowPool();
        pool.hold(from, size);
        const before = slots(pool, from, size);
        pool.hold(to, size);
        const [first, ...others] = before;
        expect([before, [...others, first]]).toContainEqual(slots(pool, to, size));
      }),
    );
  });

  it('gives even rows to the same slots always, so that stripes are not drawn anew', () => {
    fc.assert(
      fc.property(size, moves, (size, moves) => {
        const pool = new RowPool();
        pool.hold(0, size);
        for (const first of moves) {
          pool.hold(first, size);
          expect(pool.slot(first) % 2).toBe(first % 2);
        }
      }),
    );
  });
});
