import { describe, expect, test } from 'vitest';
import { HarError, readHar, type Session, type SocketRecord, standingOf } from '#model';

type Json = Record<string, unknown>;

const START = '2024-05-01T10:00:00.000Z';
const start = Date.parse(START);

const message = (time: number, more: Json = {}) => ({ type: 'receive', time, opcode: 1, data: 'x', ...more });

const entry = (messages: unknown, more: Json = {}): Json => ({
  _resourceType: 'websocket',
  startedDateTime: START,
  time: 2000,
  request: { method: 'GET', url: 'wss://a.example/chat', headers: [] },
  response: { status: 101, headers: [], content: { size: 0, mimeType: '' } },
  timings: { send: 0, wait: 0, receive: 0 },
  _webSocketMessages: messages,
  ...more,
});

const page = { id: 'page_7', title: 'https://a.example/', startedDateTime: START, pageTimings: {} };

const har = (entries: readonly Json[], pages?: readonly Json[]) =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, pages, entries } });

const rowsOf = (session: Session) =>
  Array.from({ length: session.rows.length }, (_, row) => session.rows.get(row));
const messagesOf = (session: Session) => rowsOf(session).filter((row) => row?.direction !== undefined);
const timesOf = (session: Session) => messagesOf(session).map((row) => (row?.time ?? 0) - start);

/** What reading throws. */
function failure(text: string): HarError {
  try {
    readHar(text);
  } catch (error) {
    if (error instanceof HarError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('a HAR that another program wrote', () => {
  test('Chrome: seconds, pages, base64 and errors', () => {
    const session = readHar(
      har(
        [
          entry(
            [
              { type: 'send', time: start / 1000 + 0.25, opcode: 1, data: 'hello' },
              { type: 'receive', time: start / 1000 + 0.5, opcode: 2, data: 'AP8=' },
              { type: 'error', time: start / 1000 + 0.75, opcode: -1, data: 'broken' },
            ],
            {
              pageref: 'page_7',
              request: {
                url: 'wss://a.example/chat',
                headers: [{ name: 'Sec-WebSocket-Protocol', value: 'v1, v2' }],
              },
              response: { status: 101, headers: [{ name: 'sec-websocket-protocol', value: 'v2' }] },
            },
          ),
        ],
        [page],
      ),
    );
    const [socket] = session.sockets;
    expect(session.documents).toEqual([
      { key: 'har:page_7', url: 'https://a.example/', top: true, origin: start },
    ]);
    expect(socket).toMatchObject({
      url: 'wss://a.example/chat',
      protocols: ['v1', 'v2'],
      protocol: 'v2',
      state: 'closed',
    });
    expect(standingOf(socket as SocketRecord, session.live)).toBe('failed');
    expect(messagesOf(session)).toMatchObject([
      { direction: 'out', form: 'text', data: 'hello', size: 5 },
      { direction: 'in', form: 'binary', data: Uint8Array.of(0, 255), size: 2 },
    ]);
    expect(timesOf(session).map(Math.round)).toEqual([250, 500]);
    expect(rowsOf(session).map((row) => row?.type)).toEqual([
      'construct',
      'open',
      'send',
      'message',
      'error',
    ]);
    expect(rowsOf(session).at(-1)?.data).toBe('broken');
  });

  test('HTTP Toolkit: a close with its code, or a connection that broke', () => {
    const closed = { code: 4000, reason: 'bye', timestamp: start / 1000 + 1.5 };
    const session = readHar(
      har([entry([], { _webSocketClose: closed }), entry([], { _webSocketClose: 'aborted' })]),
    );
    expect(session.sockets.map(({ close }) => close)).toEqual([
      { code: 4000, reason: 'bye', wasClean: true },
      { code: 1006, reason: '', wasClean: false },
    ]);
    expect(session.sockets[0]?.transitions.at(-1)).toEqual({
      state: 'closed',
      time: start + 1500,
      cause: 'import',
    });
    expect(session.sockets[1]?.transitions.at(-1)?.cause).toBe('error');
    expect(rowsOf(session).at(-1)).toMatchObject({ type: 'close', data: '4000 bye' });
  });

  test('Playwright: milliseconds', () => {
    expect(timesOf(readHar(har([entry([message(start + 12), message(start + 900)])])))).toEqual([12, 900]);
  });

  test('Playwright: that messages are in a file beside it is said, and which', () => {
    const attached = { status: 101, content: { size: 9, mimeType: '', _file: 'messages.jsonl' } };
    const session = readHar(har([entry(undefined, { response: attached })]));
    expect(session.sockets).toHaveLength(1);
    expect(session.remarks?.list).toEqual([
      { key: 'attached', where: 'log.entries[0].response.content._file', detail: 'messages.jsonl' },
    ]);
  });

  test('mitmproxy: http URLs and no pages', () => {
    const request = { url: 'https://a.example/chat', headers: [] };
    const session = readHar(har([entry([message(start / 1000)], { request, pageref: 'gone' })], []));
    expect(session.sockets[0]?.url).toBe('wss://a.example/chat');
    expect(session.documents).toHaveLength(1);
  });

  test('chrome-har-capturer: a clock with its zero anywhere', () => {
    const messages = [message(86_400.5), message(86_401)];
    expect(timesOf(readHar(har([entry(messages)])))).toEqual([0, 500]);
  });

  test('seconds since the start of the entry', () => {
    expect(timesOf(readHar(har([entry([message(0.5), message(1.75)])])))).toEqual([500, 1750]);
    expect(timesOf(readHar(har([entry([message(30.5)], { time: 0 })])))).toEqual([30_500]);
  });

  test('rows of several sockets lie in the order of their times, those of one in that of the file', () => {
    const first = [
      message(start, { data: 'a' }),
      message(start + 20, { data: 'd' }),
      message(start + 10, { data: 'e' }),
    ];
    const second = [message(start + 5, { data: 'b' }), message(start + 15, { data: 'c' })];
    const session = readHar(har([entry(first), entry(second)]));
    expect(messagesOf(session).map((row) => row?.data)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('what is no WebSocket is passed over, however it is made', () => {
    const session = readHar(har([{ request: { url: 'https://a.example/' } }, {}, entry([message(start)])]));
    expect(session.sockets).toHaveLength(1);
  });

  test('a socket whose handshake failed is closed', () => {
    const session = readHar(har([entry([], { response: { status: 0 } })]));
    expect(session.sockets[0]).toMatchObject({ state: 'closed', transitions: [{}, { cause: 'error' }] });
  });

  test('a file of a later version of ours is read as a HAR', () => {
    const text = har([entry([message(start)], { _sockscope: { version: 2, id: 'no number' } })]);
    expect(readHar(text).messages).toBe(1);
  });

  test('a byte order mark is not in the way', () => {
    expect(readHar(`\uFEFF${har([entry([message(start)])])}`).messages).toBe(1);
  });
});

describe('a file that is no HAR of WebSockets', () => {
  test.each([
    ['an empty file', '', 'harTruncated', '1:1'],
    ['no JSON', '<html>', 'harNotJson', '1:1'],
    ['JSON with a fault', '{"log": {\n  "entries": [}', 'harNotJson', '2:15'],
    ['a truncated file', '{"log": {\n "entr', 'harTruncated', '2:7'],
    ...['tru', '-', '1.', '1e', '"', '"\\', '"\\u00', '[', '1,'].map(
      (end): [string, string, string, string] => [
        `a file that ends with ${end}`,
        `{"a":${end}`,
        'harTruncated',
        `1:${6 + end.length}`,
      ],
    ),
    ['a number that is none', '{"a":1.}', 'harNotJson', '1:6'],
    ['an escape that is none', '{"a":"\\x"}', 'harNotJson', '1:7'],
    ['JSON that is no HAR', '{"entries":[]}', 'harNotHar', 'log.entries'],
    ['JSON that is no object', 'null', 'harNotHar', 'log.entries'],
    ['a HAR without WebSockets', har([{ request: { url: 'https://a.example/' } }]), 'harNoWebSockets', ''],
  ])('%s', (_, text, key, where) => {
    expect(failure(text)).toMatchObject({ key, where });
  });
});
