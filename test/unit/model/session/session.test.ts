import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedBy, isMessage, readyStates, utf8Length } from '#model';
import type { SocketEvent } from '#protocol';
import { anyEvents, anySession, anyTakenSession, batch, facts } from '../arbitrary.ts';
import {
  causesOf,
  close,
  closing,
  construct,
  event,
  message,
  ORIGIN,
  open,
  rowsOf,
  send,
  socketOf,
  told,
} from './told.ts';

describe('events become rows and states', () => {
  test('of a socket that lives its life', () => {
    const session = told(
      ...[construct, open, send, message, closing, close].map((fact, index) => event(index + 1, fact)),
    );
    expect(rowsOf(session).map((row) => [row?.type, row?.data, row?.time])).toEqual([
      ['construct', 'wss://a.example/chat', ORIGIN + 10],
      ['open', 'v1', ORIGIN + 20],
      ['send', 'hello', ORIGIN + 30],
      ['message', 'hello', ORIGIN + 40],
      ['closing', '4000 bye', ORIGIN + 50],
      ['close', '4000 bye', ORIGIN + 60],
    ]);
    expect(socketOf(session)).toMatchObject({
      url: construct.url,
      protocol: 'v1',
      created: ORIGIN + 10,
      state: 'closed',
      close: { code: 4000, reason: 'bye', wasClean: true },
      sent: { messages: 1, bytes: 5 },
      received: { messages: 1, bytes: 5 },
    });
    expect(causesOf(session)).toEqual(['connecting page', 'open server', 'closing page', 'closed server']);
  });

  test('of a document whose machine slept: what comes after that counts from later, and it began when it began', () => {
    const session = told(event(1, construct), event(2, open));
    session.take('document', batch([event(3, message)], ORIGIN + 3_600_000));
    expect(rowsOf(session).map((row) => row?.time)).toEqual([ORIGIN + 10, ORIGIN + 20, ORIGIN + 3_600_030]);
    expect(session.documents.map(({ origin }) => origin)).toEqual([ORIGIN]);
  });

  test('of a recording that was paused: where, and how many messages were not kept', () => {
    const session = told(event(1, construct), event(2, open), event(3, message));
    session.record(false, ORIGIN + 35);
    session.take('document', batch([event(4, message), event(5, send), event(6, closing)], ORIGIN));
    expect(session.unkept).toBe(2);
    session.record(true, ORIGIN + 65);
    session.take('document', batch([event(7, message)], ORIGIN));
    expect(rowsOf(session).map((row) => [row?.type, row?.data])).toEqual([
      ['construct', 'wss://a.example/chat'],
      ['open', 'v1'],
      ['message', 'hello'],
      ['pause', undefined],
      ['closing', '4000 bye'],
      ['resume', '2'],
      ['message', 'hello'],
    ]);
    expect(session.pauses).toEqual([{ from: ORIGIN + 35, to: ORIGIN + 65 }]);
    expect([session.messages, session.unkept]).toEqual([2, 0]);
  });

  test('of a close() that was not given a number, with what else it was given', () => {
    const session = told(event(1, construct), event(2, { ...closing, code: null }));
    expect(rowsOf(session).at(-1)?.data).toBe('bye');
  });

  const closers: [string, object[], string][] = [
    ['the server', [construct, open, close], 'server'],
    ['the page', [construct, open, closing, close], 'page'],
    ['the panel', [construct, open, { ...closing, author: 'panel' }, close], 'panel'],
    ['a broken connection', [construct, open, { ...close, code: 1006, wasClean: false }], 'error'],
    [
      'a failed handshake',
      [construct, { type: 'error' }, { ...close, code: 1006, wasClean: false }],
      'error',
    ],
    ['a handshake that failed, whatever is said of it,', [construct, close], 'error'],
    [
      'a close() that threw, and then the server',
      [construct, open, { ...closing, error: 'SyntaxError' }, close],
      'server',
    ],
    ['a constructor that threw', [{ ...construct, url: '', error: 'SyntaxError' }], 'error'],
  ];
  test.each(closers)('%s closed it', (_, life, cause) => {
    const [socket] = told(...life.map((fact, index) => event(index + 1, fact))).sockets;
    expect(socket && closedBy(socket)).toBe(cause);
  });

  test('a send that went nowhere, and one that threw, say so', () => {
    const session = told(
      event(1, { ...send, state: 3 }),
      event(2, { ...send, state: 0, error: 'InvalidStateError' }),
    );
    expect(rowsOf(session).map((row) => row?.error)).toEqual(['dropped', 'InvalidStateError']);
  });

  test('a constructor that threw leaves its first argument as the URL, and what it threw', () => {
    const session = told(event(1, { ...construct, url: '', error: 'SyntaxError' }));
    expect(socketOf(session)).toMatchObject({ url: '/chat', error: 'SyntaxError', state: 'closed' });
  });

  test('bufferedAmount is kept by the socket, and by the send', () => {
    const session = told(event(1, { ...send, before: 3 }), event(2, { type: 'buffered', amount: 7 }));
    expect(socketOf(session)?.buffered).toEqual([{ time: ORIGIN + 20, amount: 7 }]);
    expect(rowsOf(session)).toMatchObject([{ bufferedBefore: 3, bufferedAfter: 5 }]);
  });

  test('a text is measured as it goes over the wire, a cut one as near as can be', () => {
    const size = (data: string | undefined, units: number) =>
      rowsOf(told(event(1, { ...message, data, size: units })))[0]?.size;
    expect([size('é€😀', 4), size('ab', 100), size('éé', 100), size('', 100), size(undefined, 100)]).toEqual([
      9, 100, 200, 100, 100,
    ]);
  });

  test('a stack keeps the frames of the page', () => {
    const frames =
      'Error\n    at f (https://a.example/x.js:1:2)\n    at chrome-extension://id/hook.js:1:2\ng@https://a.example/x.js:3:4';
    expect(rowsOf(told(event(1, { ...send, stack: frames })))[0]?.stack).toBe(
      'at f (https://a.example/x.js:1:2)\ng@https://a.example/x.js:3:4',
    );
  });
});

describe('every session', () => {
  /** Nothing kept it from the wire: no error of the call, no person who injected it. */
  const wentOut = (row: ReturnType<typeof rowsOf>[number]) =>
    row?.error === undefined && !(row?.type === 'message' && row.author === 'panel');

  test('counts what went over the wire, and apart from it what did not', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const messages = rowsOf(session).filter((row) => row && isMessage(row.type));
        expect(session.messages).toBe(messages.length);
        for (const { index, sent, received, unsent, injected } of session.sockets) {
          const own = messages.filter((row) => row?.socket === index);
          const total = (direction: string, onWire: boolean) => {
            const rows = own.filter((row) => row?.direction === direction && wentOut(row) === onWire);
            return { messages: rows.length, bytes: rows.reduce((sum, row) => sum + (row?.size ?? 0), 0) };
          };
          expect([sent, received]).toEqual([total('out', true), total('in', true)]);
          expect([unsent, injected]).toEqual([total('out', false), total('in', false)]);
        }
        expect(session.aside).toBe(messages.filter((row) => !wentOut(row)).length);
      }),
    );
  });

  test('that was recorded has sockets that go through their states in order, and are in the last of them', () => {
    fc.assert(
      fc.property(anyTakenSession, (session) => {
        for (const { transitions, state } of session.sockets) {
          const order = transitions.map((step) => readyStates.indexOf(step.state));
          expect(order).toEqual([...new Set(order)].sort());
          expect(state).toBe(transitions.at(-1)?.state ?? 'connecting');
        }
      }),
    );
  });

  test('measures whole texts in UTF-8', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const session = told(...events);
        const whole = events.filter((each) => isMessageEvent(each) && each.size === each.data?.length);
        const texts = whole.filter((each) => isMessageEvent(each) && each.form === 'text');
        const sizes = new Set(rowsOf(session).map((row) => `${row?.time} ${row?.size}`));
        for (const each of texts)
          if (isMessageEvent(each))
            expect(sizes).toContain(`${ORIGIN + each.t} ${utf8Length(String(each.data))}`);
      }),
    );
  });

  const isMessageEvent = (each: SocketEvent) => each.type === 'send' || each.type === 'message';
});

describe('batches', () => {
  test('may come in any sizes, and again: nothing is taken twice', () => {
    fc.assert(
      fc.property(anyEvents, fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (events, repeats) => {
        const session = told();
        let known = 0;
        for (const [from, length] of repeats) {
          const start = Math.min(from, known);
          session.take('document', batch(events.slice(start, start + length), ORIGIN));
          known = session.lastEvent('document');
        }
        session.take('document', batch(events, ORIGIN));
        expect(facts(session)).toEqual(facts(told(...events)));
        expect(session.lastEvent('document')).toBe(events.length);
      }),
    );
  });

  test('of a document that nobody made known are left', () => {
    const session = told();
    session.take('another', batch([event(1, construct)]));
    expect(facts(session)).toEqual(facts(told()));
    expect(session.lastEvent('another')).toBe(0);
  });

  test('of two documents are kept apart, on one axis of time', () => {
    const session = told(event(1, construct));
    session.addDocument('second', '', 0);
    session.take('second', batch([event(1, construct)], ORIGIN + 500));
    expect(session.sockets.map(({ document, id, index }) => [document.key, id, index])).toEqual([
      ['document', 1, 0],
      ['second', 1, 1],
    ]);
    expect(rowsOf(session).map((row) => row?.time)).toEqual([ORIGIN + 10, ORIGIN + 510]);
    expect(session.start).toBe(ORIGIN + 10);
  });

  test('say what was lost, for each socket: what it had, and what came of it', () => {
    const session = told(event(5, message));
    const counts: [number, number][] = [
      [1, 5],
      [2, 3],
    ];
    session.take('document', batch([], ORIGIN, counts));
    expect([session.lost, ...session.sockets.map(({ lost }) => lost)]).toEqual([7, 4, 3]);
    session.take('document', batch([event(10, message)], ORIGIN, [[1, 8]]));
    expect([session.lost, ...session.sockets.map(({ lost }) => lost)]).toEqual([9, 6, 3]);
  });

  test('that are all there make no socket known, and none lost', () => {
    const session = told();
    session.take('document', batch([event(1, construct)], ORIGIN, [[1, 1]]));
    session.take('document', batch([], ORIGIN, [[1, 1]]));
    expect(session.sockets.map(({ id, lost }) => [id, lost])).toEqual([[1, 0]]);
  });

  test('while nothing is recorded still move the sockets', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const paused = told();
        paused.recording = false;
        paused.take('document', batch(events, ORIGIN));
        const full = told(...events);
        const life = rowsOf(full).filter((row) => row && !isMessage(row.type));
        expect(rowsOf(paused)).toEqual(life.map((row, index) => ({ ...row, index })));
        expect(paused.sockets.map(({ state }) => state)).toEqual(full.sockets.map(({ state }) => state));
      }),
    );
  });
});
