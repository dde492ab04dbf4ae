import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Away, type Data, type HarPiece, parseQuery, Result, readHar, Session, writeHar } from '#model';
import { harText, inOrder } from '#support/har.ts';
import { anySession, facts } from '../arbitrary.ts';
import { Disk } from './disk.ts';

/** A session with a document and a socket, and a message for each payload. */
function sessionOf(payloads: readonly Data[]): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('page', 'https://a.example/', 0, true), 1, 0);
  for (const data of payloads) session.push({ type: 'message', time: 0, socket, form: 'text', data });
  return session;
}

const long = (text: string) => text.repeat(100);

const isAway = ({ rows }: Session, row: number) => rows.get(row)?.away !== undefined;

const payloadsOf = (session: Session) =>
  Promise.all(Array.from({ length: session.rows.length }, (_, row) => session.rows.payloads.bring(row)));

/** Brings what a search waits for until it is at its end. */
async function found(session: Session, text: string): Promise<number[]> {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(query.error.key);
  const result = new Result(session, query.test);
  for (let turn = 0; !result.advance(0, () => 0); turn++) {
    expect(turn).toBeLessThan(1000);
    await new Promise(setImmediate);
  }
  return Array.from({ length: result.length }, (_, position) => result.at(position));
}

async function writtenFromDisk(session: Session): Promise<string> {
  const pieces: HarPiece[] = [];
  for (const piece of writeHar(session))
    if (piece instanceof Away) await session.rows.payloads.packs.bringPack(piece.pack);
    else pieces.push(piece);
  return inOrder(pieces).join('');
}

/** Sessions among whose payloads are some that are long enough to go. */
const anyLongSession = fc
  .tuple(anySession, fc.array(fc.string({ unit: 'binary' })))
  .map(([session, texts]) => {
    for (const socket of session.sockets.slice(0, 1))
      for (const text of texts)
        session.push({ type: 'send', time: 0, socket, form: 'text', data: `\udc00${text}`.repeat(30) });
    return session;
  });

describe('payloads on disk', () => {
  it('come back as they were, each to its row', async () => {
    await fc.assert(
      fc.asyncProperty(anyLongSession, fc.integer({ min: 1, max: 5000 }), async (session, bytes) => {
        const before = facts(session);
        const all = await payloadsOf(session);
        const text = harText(session);
        new Disk().take(session, bytes);
        expect(session.rows.payloads.held).toBe(0);
        expect(await writtenFromDisk(session)).toBe(text);
        expect(await payloadsOf(session)).toEqual(all);
        expect(facts(readHar(text)).rows).toEqual(facts(readHar(await writtenFromDisk(session))).rows);
        expect(facts(session).rows.length).toEqual(before.rows.length);
      }),
    );
  });

  it('are found as they were in memory', async () => {
    const queries = ['a', '"\\udc00"', '/[^\\0-\\x7f]/', 'json:a', 'size:>50', '-e', 'kind:binary'];
    await fc.assert(
      fc.asyncProperty(anyLongSession, fc.constantFrom(...queries), async (session, query) => {
        const before = await found(session, query);
        new Disk().take(session);
        expect(await found(session, query)).toEqual(before);
      }),
    );
  });

  it('are not there at once, but for a beginning that says what they are', async () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, i) => i);
    const session = sessionOf([long('é0'), bytes, 'short']);
    new Disk().take(session);
    expect(() => session.rows.data(0)).toThrow(Away);
    expect(session.rows.get(0)).toMatchObject({
      data: 'é0'.repeat(8).slice(0, -1),
      away: { pack: 1, cut: false },
    });
    expect(session.rows.get(1)).toMatchObject({ data: bytes.slice(0, 23), away: { pack: 2, cut: false } });
    expect(session.rows.get(2)).not.toHaveProperty('away');
    await session.rows.payloads.bring(0);
    expect(session.rows.get(0)).toMatchObject({ data: long('é0') });
    expect(session.rows.get(0)).not.toHaveProperty('away');
  });

  it('are known to be cut', () => {
    const session = sessionOf([]);
    const [socket] = session.sockets;
    if (socket)
      session.push({ type: 'send', time: 0, socket, form: 'text', data: 'x'.repeat(500), size: 900 });
    new Disk().take(session);
    expect(session.rows.get(0)).toMatchObject({ size: 900, away: { cut: true } });
  });

  it('are the oldest ones, as many as are asked for', () => {
    const session = sessionOf(Array.from({ length: 10 }, () => 'x'.repeat(1000)));
    const { payloads } = session.rows;
    const load = payloads.oldest(2500);
    expect([payloads.held, load?.rows]).toEqual([10_000, [0, 1, 2]]);
    // What could not be written is the oldest still.
    expect(payloads.oldest(1)?.rows).toEqual([0]);
  });

  it('of a view leave the rest of its buffer', () => {
    const session = sessionOf([new Uint8Array(1000).subarray(10, 20)]);
    new Disk().take(session);
    const data = session.rows.data(0);
    expect(data instanceof Uint8Array && data.buffer.byteLength).toBe(10);
  });

  it('do not come where the disk fails, and a search goes on without them', async () => {
    const session = sessionOf([long('needle'), 'needle']);
    const disk = new Disk();
    disk.take(session);
    disk.fails = true;
    expect(await found(session, 'needle')).toEqual([1]);
    await expect(session.rows.payloads.bring(0)).rejects.toThrow('no disk');
    await expect(writtenFromDisk(session)).rejects.toThrow('no disk');
    disk.fails = false;
    expect(await session.rows.payloads.bring(0)).toBe(long('needle'));
    expect(await found(session, 'needle')).toEqual([0, 1]);
  });

  it('stay with the rows that stay, and go with those that go', async () => {
    const session = sessionOf([long('gone'), long('gone too')]);
    const stays = session.addSocket(session.addDocument('next', 'https://b.example/', 0, true), 1, 0);
    session.push({ type: 'send', time: 0, socket: stays, form: 'text', data: long('stays') });
    const disk = new Disk();
    disk.take(session, 1);
    expect(disk.packs.size).toBe(3);
    session.leave('page', 1);
    const next = session.withoutGone();
    expect(disk.packs.size).toBe(1);
    expect([isAway(next, 0), await next.rows.payloads.bring(0)]).toEqual([true, long('stays')]);
  });
});
