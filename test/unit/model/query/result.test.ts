import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMessage, Result, Session } from '#model';
import { anySession } from '../arbitrary.ts';

/** A clock that goes on by one whenever it is looked at. */
function ticking() {
  let time = 0;
  return () => time++;
}

/** A session of that many rows, every fourth of them no message. */
const longSession = (rows: number) => append(new Session(), rows);

function append(session: Session, rows: number): Session {
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (let row = 0; row < rows; row++)
    session.push({ type: row % 4 === 0 ? 'error' : 'send', time: row, socket, form: 'text', data: '' });
  return session;
}

const rowsOf = (result: Result) =>
  Array.from({ length: result.length }, (_, position) => result.at(position));

describe('a result', () => {
  test('holds the rows that pass, whatever the slices', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.func(fc.boolean()), fc.array(fc.nat(3)), (length, passes, slices) => {
        const session = longSession(length);
        const result = new Result(session, (_, row) => passes(row));
        for (const ticks of slices) result.advance(ticks, ticking());
        for (let before = -1; !result.advance(1, ticking()); before = result.scanned) {
          expect(result.scanned).toBeGreaterThan(before);
          expect(result.scanned).toBeLessThan(length);
        }
        const expected = Array.from({ length }, (_, row) => row).filter((row) => passes(row));
        expect(rowsOf(result)).toEqual(expected);
        expect(result.messages).toBe(expected.filter((row) => isMessage(session.rows.type(row))).length);
      }),
    );
  });

  test('holds the same rows wherever it begins, and whatever a wider one has found before', () => {
    const rows = fc.array(fc.constantFrom('none', 'wide', 'both'), { maxLength: 300 });
    const input = [rows, rows, fc.nat(300), fc.nat(300), fc.nat(400), fc.nat(3)] as const;
    fc.assert(
      fc.property(...input, (first, appended, wideFrom, from, wideSteps, ticks) => {
        const all = [...first, ...appended];
        const session = longSession(first.length);
        const wider = new Result(session, (_, row) => all[row] !== 'none', { from: wideFrom });
        for (let i = 0; i < wideSteps / 64; i++) wider.advance(-1, ticking());
        const tested: number[] = [];
        const test = (_: Session, row: number) => tested.push(row) > 0 && all[row] === 'both';
        const result = new Result(session, test, { from, wider });
        result.advance(ticks, ticking());
        append(session, appended.length);
        for (let before = -1; !result.advance(ticks, ticking()); before = result.scanned) {
          expect(result.scanned).toBeGreaterThan(before);
          expect(result.scanned).toBeLessThan(all.length);
        }
        expect(rowsOf(result)).toEqual([...all.keys()].filter((row) => all[row] === 'both'));
        expect(new Set(tested).size).toBe(tested.length);
      }),
    );
  });

  test('goes on when rows are appended, and tests none twice', () => {
    const session = longSession(100);
    const tested: number[] = [];
    const result = new Result(session, (_, row) => tested.push(row) > 0);
    const advance = () => result.advance(Number.POSITIVE_INFINITY, ticking());
    expect(advance()).toBe(true);
    expect(advance()).toBe(true);
    const [socket] = session.sockets;
    if (socket) session.push({ type: 'close', time: 0, socket });
    expect([result.length, advance(), result.length]).toEqual([100, true, 101]);
    expect(tested).toEqual(rowsOf(result));
  });

  test('stops at the deadline, but never without getting further', () => {
    const session = longSession(10_000);
    const result = new Result(session, () => true);
    expect(result.advance(3, ticking())).toBe(false);
    const first = result.scanned;
    expect(first).toBeLessThan(10_000);
    result.advance(-1, ticking());
    expect(result.scanned).toBeGreaterThan(first);
  });

  test('leaves out a row for which its test goes wrong, and tells of the first', () => {
    const reason = new RangeError('too much recursion');
    const result = new Result(longSession(1000), (_, row) => {
      if (row % 300 === 200) throw reason;
      return row > 195 && row < 205;
    });
    while (!result.advance(0, ticking()));
    expect(rowsOf(result)).toEqual([196, 197, 198, 199, 201, 202, 203, 204]);
    expect(result.fault).toEqual({ row: 200, reason });
  });

  test('finds the position of a row, or of the first after it', () => {
    fc.assert(
      fc.property(anySession, fc.func(fc.boolean()), fc.nat(40), (session, passes, row) => {
        const result = new Result(session, (_, each) => passes(each));
        result.advance(Number.POSITIVE_INFINITY, ticking());
        const position = rowsOf(result).findIndex((each) => each >= row);
        expect(result.position(row)).toBe(position < 0 ? result.length : position);
        expect(result.has(row)).toBe(rowsOf(result).includes(row));
        expect(result.has(row)).toBe(rowsOf(result).includes(row));
      }),
    );
  });
});
