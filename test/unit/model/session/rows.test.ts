import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteLength, isMessage, type NewRow, Session } from '#model';
import { anyRow } from '../arbitrary.ts';
import { Disk } from '../packs/disk.ts';

/** A session with a socket and nothing else. */
function begun() {
  const session = new Session();
  return { session, socket: session.addSocket(session.addDocument('page', 'https://a.example/', 0), 1, 0) };
}

/** What a row that was pushed is read as. */
function read(row: NewRow, index: number) {
  const { type, time, socket, author, form, data, size, stack, error, note, part, repaired = [] } = row;
  const carries = isMessage(type) || type === 'frame';
  return {
    index,
    type,
    time,
    socket,
    author: author ?? 'page',
    data,
    size: size ?? (carries ? byteLength(data) : 0),
    stack: stack ?? '',
    ...(carries && { form: form ?? '', direction: directionOf(row) }),
    ...(type === 'send' && {
      bufferedBefore: row.bufferedBefore ?? 0,
      bufferedAfter: row.bufferedAfter ?? 0,
    }),
    ...(error !== undefined && { error }),
    ...(note !== undefined && { note }),
    ...(part && { part }),
    ...(repaired.length > 0 && { repaired }),
  };
}

/** A frame has its own, if only to be told; a message has that of its type. */
const directionOf = ({ type, direction = 'in' }: NewRow) =>
  type === 'frame' ? direction : type === 'send' ? 'out' : 'in';

describe('rows', () => {
  test('are read as they were pushed, and have nothing that was not', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (facts) => {
        const { session, socket } = begun();
        const pushed = facts.map((row) => ({ ...row, socket }));
        expect(pushed.map((row) => session.push(row))).toEqual(pushed.map((_, index) => index));
        const { rows } = session;
        expect(pushed.map((_, index) => rows.get(index))).toStrictEqual(pushed.map(read));
        expect(pushed.map((_, index) => rows.data(index))).toStrictEqual(pushed.map(({ data }) => data));
        expect([rows.length, rows.get(-1), rows.get(rows.length)]).toEqual([
          pushed.length,
          undefined,
          undefined,
        ]);
      }),
    );
  });

  test('are as they were pushed, however many', () => {
    const { session, socket } = begun();
    const pushed = (n: number): NewRow => ({
      type: 'send',
      time: n,
      socket,
      form: `${n % 300}Array`,
      stack: `s${n}`,
      data: `${n}`,
    });
    for (let n = 0; n < 70_000; n++) session.push(pushed(n));
    for (const n of [0, 1, 63, 64, 299, 300, 4095, 4096, 65_535, 65_536, 69_999])
      expect(session.rows.get(n)).toEqual(read(pushed(n), n));
  });

  test('have what a person notes of them, until it is taken away', () => {
    const { session, socket } = begun();
    const { rows } = session;
    for (const time of [1, 2, 3, 4]) session.push({ type: 'error', time, socket });
    rows.annotate(1, 'look');
    rows.annotate(2, '');
    rows.annotate(3, 'look');
    expect([0, 1, 2, 3].map((row) => rows.note(row))).toEqual([undefined, 'look', '', 'look']);
    expect([...rows.notes]).toEqual(['look', '']);
    rows.annotate(1, undefined);
    rows.annotate(2, 'after all');
    expect([1, 2].map((row) => rows.note(row))).toEqual([undefined, 'after all']);
    expect(rows.get(1)).not.toHaveProperty('note');
    expect([...rows.notes]).toEqual(['after all', 'look']);
  });

  test('are to be had whole, wherever their payloads are', async () => {
    const { session, socket } = begun();
    for (const data of ['x'.repeat(100), 'short'])
      session.push({ type: 'message', time: 0, socket, form: 'text', data });
    const whole = () =>
      Promise.all([0, 1].map((row) => session.rows.get(row)).map((row) => row && session.rows.whole(row)));
    const before = await whole();
    expect(before).toStrictEqual([0, 1].map((row) => session.rows.get(row)));
    new Disk().take(session);
    expect(session.rows.get(0)).toHaveProperty('away');
    expect(await whole()).toStrictEqual(before);
  });
});
