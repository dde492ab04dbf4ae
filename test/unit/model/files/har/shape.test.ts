import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HarPiece, readHar, Session, writeHar } from '#model';
import { harPieces, harText, inOrder } from '#support/har.ts';
import { anySession, batch, facts } from '../../arbitrary.ts';

type Json = Record<string, unknown>;

const written = (session: Session) => JSON.parse(harText(session)) as { log: Json };
const list = (value: unknown) => value as Json[];
const entriesOf = (session: Session) => list(written(session).log.entries);

/** A session of one document, as its hook tells it. */
function recorded(...events: Parameters<typeof batch>[0]): Session {
  const session = new Session();
  session.addDocument('document', 'https://a.example/', 1_700_000_000_000);
  session.take('document', batch(events));
  return session;
}

const construct = {
  type: 'construct',
  n: 1,
  t: 10,
  socket: 1,
  args: ['/chat', 'v1'],
  url: 'wss://a.example/chat?room=1',
  protocols: ['v1', 'v2'],
  stack: 'open@https://a.example/app.js:1:2',
} as const;
const open = {
  type: 'open',
  n: 2,
  t: 60,
  socket: 1,
  protocol: 'v1',
  extensions: 'permessage-deflate',
} as const;

const everyNumber = (value: unknown) =>
  Object.values(value as Json).every((each) => typeof each === 'number');

describe('what other programs ask of a HAR', () => {
  test('holds for every session', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { log } = written(session);
        const pages = list(log.pages);
        expect(log.version).toBe('1.2');
        expect(pages.length).toBeGreaterThan(0);
        for (const page of pages) {
          expect(Date.parse(String(page.startedDateTime))).not.toBeNaN();
          expect(everyNumber(page.pageTimings)).toBe(true);
        }
        for (const entry of list(log.entries)) expectEntry(entry, new Set(pages.map(({ id }) => id)));
      }),
    );
  });

  function expectEntry(entry: Json, pages: ReadonlySet<unknown>) {
    const { request, response, timings } = entry as Record<string, Json>;
    const content = response?.content as Json;
    expect(pages).toContain(entry.pageref);
    expect(entry._resourceType).toBe('websocket');
    expect(Date.parse(String(entry.startedDateTime))).not.toBeNaN();
    expect(new URL(String(request?.url)).protocol).toMatch(/^wss?:$/);
    const sizes = [entry.time, content.size, request?.headersSize, request?.bodySize];
    expect(everyNumber([...sizes, response?.headersSize, response?.bodySize, response?.status])).toBe(true);
    expect(everyNumber(timings)).toBe(true);
    const spent = Object.values(timings as Record<string, number>).filter((each) => each >= 0);
    expect(spent.reduce((sum, each) => sum + each)).toBeCloseTo(entry.time as number, 1);
    for (const message of list(entry._webSocketMessages)) expectMessage(message);
  }

  function expectMessage(message: Json) {
    const { type, time, opcode, data } = message;
    expect(Object.keys(message).filter((name) => !name.startsWith('_'))).toEqual([
      'type',
      'time',
      'opcode',
      'data',
    ]);
    expect(Number.isFinite(time) && !Number.isInteger(time)).toBe(true);
    expect(['send', 'receive', 'error']).toContain(type);
    expect([1, 2, -1]).toContain(opcode);
    expect(typeof data).toBe('string');
    if (opcode === 2) expect(Buffer.from(String(data), 'base64').toString('base64')).toBe(data);
  }

  test('an entry has its fields in the order of HAR, then ours', () => {
    const [entry] = entriesOf(recorded(construct, open));
    expect(Object.keys(entry ?? {})).toEqual([
      '_resourceType',
      'pageref',
      'startedDateTime',
      'time',
      'request',
      'response',
      'cache',
      'timings',
      '_webSocketMessages',
      '_sockscope',
    ]);
  });

  test('the handshake is told as far as it is known', () => {
    const [entry] = entriesOf(recorded(construct, open));
    expect(entry).toMatchObject({
      startedDateTime: '2023-11-14T22:13:20.010Z',
      request: {
        url: construct.url,
        headers: [{ name: 'Sec-WebSocket-Protocol', value: 'v1, v2' }],
        queryString: [{ name: 'room', value: '1' }],
      },
      response: {
        status: 101,
        headers: [
          { name: 'Sec-WebSocket-Protocol', value: 'v1' },
          { name: 'Sec-WebSocket-Extensions', value: 'permessage-deflate' },
        ],
      },
      timings: { wait: 50, receive: 0 },
    });
  });

  test('a close has its code, its reason and its time', () => {
    const close = {
      type: 'close',
      n: 3,
      t: 100,
      socket: 1,
      code: 4001,
      reason: 'bye',
      wasClean: true,
    } as const;
    const [entry] = entriesOf(recorded(construct, open, close));
    expect(entry?._webSocketClose).toEqual({ code: 4001, reason: 'bye', timestamp: 1_700_000_000.1 });
    expect(entry?.time).toBe(90);
  });

  test('a socket whose handshake failed has no status, as in Chrome', () => {
    const close = {
      type: 'close',
      n: 3,
      t: 100,
      socket: 1,
      code: 1006,
      reason: '',
      wasClean: false,
    } as const;
    expect(entriesOf(recorded(construct, close))[0]?.response).toMatchObject({ status: 0 });
    expect(entriesOf(recorded(construct))[0]?.response).toMatchObject({ status: 101 });
    expect(entriesOf(recorded({ ...close, n: 1 }))[0]?.response).toMatchObject({ status: 101 });
  });

  test('a socket without a URL has one that leads nowhere, and gets its own back', () => {
    const session = recorded({ ...construct, url: '', args: ['http://[', 'v1'], error: 'SyntaxError: …' });
    expect(entriesOf(session)[0]?.request).toMatchObject({ url: 'ws://url.invalid/' });
    expect(readHar(harText(session)).sockets[0]?.url).toBe('http://[');
  });

  test('times that are no dates do not stop the writing', () => {
    const session = new Session();
    const document = session.addDocument('document', '', Number.MAX_VALUE);
    const socket = session.addSocket(document, 1, -1e300);
    session.push({ type: 'send', time: Number.POSITIVE_INFINITY, socket, form: 'text', data: 'x' });
    session.push({ type: 'message', time: Number.NaN, socket, form: 'text', data: 'x' });
    const [entry] = entriesOf(session);
    expect(everyNumber([entry?.time, ...list(entry?._webSocketMessages).map(({ time }) => time)])).toBe(true);
  });

  test('a session with no rows to show is a HAR all the same', () => {
    expect(entriesOf(new Session())).toEqual([]);
  });

  /** A session of so many rows that it comes in many pieces. */
  function longSession(): Session {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('document', '', 0), 1, 0);
    for (let row = 0; row < 5000; row++)
      session.push({ type: 'send', time: row, socket, form: 'text', data: 'x'.repeat(1000) });
    return session;
  }

  test('what did not go over the wire is where only we look', () => {
    const send = {
      type: 'send',
      socket: 1,
      author: 'page',
      state: 1,
      before: 0,
      after: 0,
      stack: '',
    } as const;
    const text = { form: 'text', size: 3 } as const;
    const session = recorded(
      construct,
      open,
      { ...send, ...text, n: 3, t: 70, data: 'out' },
      { ...send, ...text, n: 4, t: 80, data: 'bad', error: 'InvalidStateError: no' },
      { ...send, ...text, n: 5, t: 90, data: 'off', state: 3 },
      { ...text, type: 'message', n: 6, t: 91, socket: 1, author: 'panel', data: 'inj' },
      { ...text, type: 'message', n: 7, t: 92, socket: 1, author: 'page', data: 'got' },
    );
    const [entry] = entriesOf(session);
    expect(list(entry?._webSocketMessages).map(({ type, data }) => [type, data])).toEqual([
      ['send', 'out'],
      ['receive', 'got'],
    ]);
    const [socket] = session.sockets;
    expect([socket?.sent, socket?.received]).toEqual([
      { messages: 1, bytes: 3 },
      { messages: 1, bytes: 3 },
    ]);
    expect([socket?.unsent, socket?.injected, session.aside]).toEqual([
      { messages: 2, bytes: 6 },
      { messages: 1, bytes: 3 },
      3,
    ]);
    expect(facts(readHar(harText(session)))).toEqual(facts(session, 'har:'));
  });

  test('a long session comes in pieces, none of them long', () => {
    const lengths = harPieces(longSession()).map(({ text }) => text.length);
    expect(lengths.length).toBeGreaterThan(10);
    expect(Math.max(...lengths)).toBeLessThan(300_000);
  });

  test('rows that come while it is written are left out', () => {
    const session = longSession();
    const pieces: HarPiece[] = [];
    for (const piece of writeHar(session)) {
      const [socket] = session.sockets;
      if (socket) session.push({ type: 'send', time: 0, socket, form: 'text', data: 'late' });
      pieces.push(piece as HarPiece);
    }
    expect(readHar(inOrder(pieces).join('')).messages).toBe(5000);
  });
});
