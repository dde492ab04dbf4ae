import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Listing, Result, type Row, Session, Sorted, sortKeys } from '#model';
import { anySession } from '../arbitrary.ts';

const whole = (session: Session) => {
  const result = new Result(session, () => true);
  result.advance(Number.POSITIVE_INFINITY, () => 0);
  return result;
};

const rowsOf = (listing: Listing) => Array.from({ length: listing.length }, (_, i) => listing.at(i));

/** What a row is sorted by, for the keys that are plain to say. */
const measures: Record<string, (row: Row) => number> = {
  number: ({ index }) => index,
  time: ({ time }) => time,
  size: ({ size }) => size,
  socket: ({ socket }) => socket.index,
};

/** A session of messages of those sizes. */
function sized(sizes: readonly number[], session = new Session()): Session {
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (const size of sizes) session.push({ type: 'message', time: 0, socket, form: 'text', data: '', size });
  return session;
}

describe('a result in another order', () => {
  test('has the same rows, by their measure; equal ones as they were', () => {
    fc.assert(
      fc.property(
        anySession,
        fc.constantFrom(...Object.keys(measures)),
        fc.boolean(),
        (session, name, descending) => {
          const key = sortKeys.find((each) => each === name) ?? 'number';
          const sorted = new Sorted(session, whole(session), { key, descending });
          while (!sorted.advance(0, () => 0)) expect(sorted.length).toBeLessThan(session.rows.length);
          const measure = (row: number) => measures[name]?.(session.rows.get(row) as Row) ?? 0;
          const sign = descending ? -1 : 1;
          const expected = rowsOf(whole(session)).sort((a, b) => sign * (measure(a) - measure(b)));
          expect(rowsOf(sorted)).toEqual(expected);
          expected.forEach((row, position) => {
            expect(sorted.find(row)).toBe(position);
          });
        },
      ),
    );
  });

  test('takes in what is appended, while it is being sorted too', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(9), { maxLength: 3000 }), { maxLength: 5 }), (parts) => {
        const session = sized([]);
        const result = new Result(session, () => true);
        const sorted = new Sorted(session, result, { key: 'size', descending: false });
        for (const part of parts) {
          sized(part, session);
          result.advance(Number.POSITIVE_INFINITY, () => 0);
          sorted.advance(0, () => 0);
        }
        for (let turn = 0; !sorted.advance(0, () => 0); turn++) expect(turn).toBeLessThan(10_000);
        const sizes = rowsOf(sorted).map((row) => session.rows.size(row));
        expect(sizes).toEqual(parts.flat().sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });

  test('stops at the deadline', () => {
    const session = sized(Array.from({ length: 50_000 }, (_, i) => i % 977));
    const sorted = new Sorted(session, whole(session), { key: 'size', descending: false });
    let turns = 1;
    while (!sorted.advance(0, () => 0)) expect(turns++).toBeLessThan(10_000);
    expect(turns).toBeGreaterThan(50);
  });

  test('is by the pause before a row, by text, by bytes', () => {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
    const push = (time: number, data?: string | Uint8Array) =>
      session.push({ type: 'message', time, socket, form: typeof data === 'string' ? 'text' : 'Blob', data });
    push(0, 'b');
    push(10, 'a');
    push(11, Uint8Array.of(1, 2));
    push(31);
    push(32, Uint8Array.of(1));
    const order = (key: 'delta' | 'preview' | 'kind', descending = false) => {
      const sorted = new Sorted(session, whole(session), { key, descending });
      sorted.advance(Number.POSITIVE_INFINITY, () => 0);
      return rowsOf(sorted);
    };
    expect(order('delta', true)).toEqual([3, 1, 2, 4, 0]);
    expect(order('preview')).toEqual([3, 1, 0, 4, 2]);
    expect(order('kind')).toEqual([2, 3, 4, 0, 1]);
  });

  test('is what passes, and no more', () => {
    const session = sized([3, 1, 2, 4]);
    const result = new Result(session, ({ rows }, row) => rows.size(row) > 1);
    result.advance(Number.POSITIVE_INFINITY, () => 0);
    const sorted = new Sorted(session, result, { key: 'size', descending: true });
    sorted.advance(Number.POSITIVE_INFINITY, () => 0);
    expect([rowsOf(sorted), sorted.find(1), sorted.find(3)]).toEqual([[3, 0, 2], undefined, 0]);
  });
});
