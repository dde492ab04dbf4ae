import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEvents, anyTime, batch, facts } from '../arbitrary.ts';
import { causesOf, close, construct, event, ORIGIN, open, rowsOf, send, told } from './told.ts';

describe('a document that goes away', () => {
  test('closes what was not closed, once', () => {
    fc.assert(
      fc.property(anyEvents, anyTime, (events, time) => {
        const session = told(...events);
        const before = facts(session);
        session.leave('document', time);
        session.leave('document', time + 1);
        const open = before.sockets.filter(({ state }) => state !== 'closed');
        expect(session.sockets.every(({ state }) => state === 'closed')).toBe(true);
        expect(rowsOf(session).slice(before.rows.length)).toMatchObject(
          open.map(({ index }) => ({ type: 'unload', socket: index, time })),
        );
        expect(session.documents[0]?.gone).toBe(time);
      }),
    );
  });

  test('and comes back is there again', () => {
    const session = told(event(1, construct));
    session.leave('document', ORIGIN + 100);
    session.addDocument('document', '', 0);
    expect(session.documents).toEqual([
      { key: 'document', url: 'https://a.example/', top: false, origin: ORIGIN },
    ]);
  });
});

describe('a session begun afresh', () => {
  test('has the sockets that are not closed, no rows, and goes on where the other stopped', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(40), (events, cut) => {
        const session = told(...events.slice(0, cut));
        const before = facts(session);
        const next = session.afresh();
        expect(facts(next).rows).toEqual([]);
        expect(next.sockets.map(({ id, state }) => [id, state])).toEqual(
          before.sockets.filter(({ state }) => state !== 'closed').map(({ id, state }) => [id, state]),
        );
        next.take('document', batch(events, ORIGIN));
        const tail = rowsOf(told(...events)).slice(before.rows.length);
        const bare = (rows: typeof tail) => rows.map((row) => row && { ...row, index: 0, socket: 0 });
        expect(bare(rowsOf(next))).toEqual(bare(tail));
        expect(facts(session)).toEqual(before);
      }),
    );
  });

  test('counts from nothing', () => {
    const next = told(event(1, construct), event(2, send)).afresh();
    next.take('document', batch([event(3, send)], ORIGIN));
    expect(next.sockets[0]?.sent).toEqual({ messages: 1, bytes: 5 });
    expect(next.sockets[0]?.url).toBe(construct.url);
  });

  test('knows what its sockets went through, but nothing of what was lost before', () => {
    const session = told(event(1, construct), event(2, open));
    session.take('document', batch([], ORIGIN, [[1, 4]]));
    const next = session.afresh();
    expect(causesOf(next)).toEqual(['connecting page', 'open server']);
    expect(next.lost).toBe(0);
    next.take('document', batch([], ORIGIN, [[1, 4]]));
    expect(next.lost).toBe(0);
    next.take('document', batch([], ORIGIN, [[1, 5]]));
    expect(next.lost).toBe(1);
  });

  test('has no word of a socket that was closed before, whatever is counted', () => {
    const session = told(event(1, construct), event(4, close));
    session.take('document', batch([], ORIGIN, [[1, 4]]));
    expect(session.lost).toBe(2);
    const next = session.afresh();
    next.take('document', batch([], ORIGIN, [[1, 4]]));
    expect(next.sockets).toEqual([]);
  });

  test('leaves documents that are gone, and pauses where the other paused', () => {
    const session = told(event(1, construct));
    session.recording = false;
    session.leave('document', ORIGIN + 100);
    expect(session.afresh()).toMatchObject({ documents: [], sockets: [], recording: false });
  });
});
