import { describe, expect, test } from 'vitest';
import { type Session, type SocketRecord, standingOf } from '#model';
import { messagesOf, readCase, rowsOf } from '#support/cases.ts';

const START = Date.parse('2024-05-01T10:00:00.000Z');

const standings = (session: Session) => session.sockets.map((socket) => standingOf(socket, session.live));

const socketOf = (session: Session) => session.sockets[0] as SocketRecord;

/** What a file says of its messages: their payload, and when they were, in ms after the start. */
const told = (session: Session) =>
  messagesOf(session).map(({ data, time }) => [data, Math.round(time - START)]);

const good = ['good', 250];
const last = ['last', 750];

describe('times', () => {
  test.each([
    ['time-1e16.har', [['odd', 0]], [['time']]],
    [
      'playwright-minimal.har',
      [
        ['a', 0],
        ['b', 0],
      ],
      [['time'], ['time']],
    ],
    ['time-0.har', [good, ['odd', 500], last], [undefined, ['time'], undefined]],
    ['time-microseconds.har', [['odd', 250]], [undefined]],
    ['time-string.har', [good, ['odd', 500], last], [undefined, undefined, undefined]],
    ['entry-time-string.har', [good], [undefined]],
  ])('in %s', (name, messages, repaired) => {
    const session = readCase(name);
    expect(told(session)).toEqual(messages);
    expect(messagesOf(session).map((row) => row.repaired)).toEqual(repaired);
    expect(rowsOf(session).every(({ time }) => Math.abs(time - START) < 10_000)).toBe(true);
  });

  test('that are in an unusual unit are said to be', () => {
    expect(readCase('time-microseconds.har').remarks?.list).toEqual([
      { key: 'unit', where: 'log', detail: 'µs' },
    ]);
  });
});

describe('messages with one odd field', () => {
  test.each([
    ['opcode-missing.har', [good, ['odd', 500], last], { opcode: 1 }],
    ['type-sent.har', [good, ['odd', 500], last], {}],
    ['data-null.har', [good, [undefined, 500], last], { data: 1 }],
    ['base64url.har', [good, [Uint8Array.of(0xfb, 0xff, 0), 500], last], {}],
  ])('in %s', (name, messages, guessed) => {
    const session = readCase(name);
    expect(told(session)).toEqual(messages);
    expect(messagesOf(session).map(({ repaired }) => repaired)).toEqual([
      undefined,
      repairedOf(guessed),
      undefined,
    ]);
    expect(session.remarks).toMatchObject({ counts: { repaired: 1 } });
    expect(session.remarks?.list[0]?.where).toContain('log.entries[0]._webSocketMessages[1].');
  });

  const repairedOf = (guessed: object) =>
    Object.keys(guessed).length > 0 ? Object.keys(guessed) : undefined;

  test('keep the way that they went', () => {
    expect(messagesOf(readCase('type-sent.har')).map(({ direction }) => direction)).toEqual([
      'out',
      'out',
      'in',
    ]);
  });
});

describe('how sockets ended', () => {
  const refused = 'Error during WebSocket handshake: Unexpected response code: 403';

  test.each([
    ['chrome-refused-403.har', ['failed'], refused],
    ['chrome-invalid-frame.har', ['failed'], 'Invalid frame header'],
    ['chrome.har', ['failed', 'unknown'], refused],
    ['mitmproxy-refused.har', ['failed'], undefined],
    ['time-string.har', ['unknown'], undefined],
  ])('in %s', (name, expected, failure) => {
    const session = readCase(name);
    expect(standings(session)).toEqual(expected);
    expect(socketOf(session).failure).toBe(failure);
    expect(session.sockets.every(({ state }) => state === 'closed')).toBe(true);
    if (failure !== undefined)
      expect(rowsOf(session).some(({ type, data }) => type === 'error' && data === failure)).toBe(true);
  });

  test('is not known where the file ends before them, though how long they were there at least is', () => {
    const [, socket] = readCase('chrome.har').sockets;
    const [began, , end] = socket?.transitions ?? [];
    expect(end).toMatchObject({ state: 'closed', cause: 'unknown' });
    expect((end?.time ?? 0) - (began?.time ?? 0)).toBeCloseTo(203, 0);
  });
});

test('frames that are no messages are rows of their own', () => {
  const session = readCase('control-frames.har');
  expect(told(session)).toEqual([good]);
  const frames = rowsOf(session).filter(({ type }) => type === 'frame');
  expect(frames.map(({ form, data, direction }) => [form, data, direction])).toEqual([
    ['ping', 'ping', 'in'],
    ['opcode 42', 'mystery', 'in'],
    ['close', '1000', 'in'],
  ]);
  expect(socketOf(session)).toMatchObject({
    state: 'closed',
    close: { code: 1000, reason: '', wasClean: true },
  });
  expect([session.messages, socketOf(session).received.messages]).toEqual([1, 0]);
});

test('the handshake has its status and headers', () => {
  expect(socketOf(readCase('handshake-headers.har')).handshake).toEqual({
    status: 101,
    request: [
      { name: 'Host', value: 'a.example' },
      { name: 'Origin', value: 'https://a.example' },
    ],
    response: [{ name: 'Sec-WebSocket-Accept', value: 'x' }],
    ambiguous: false,
  });
  expect(socketOf(readCase('two-protocol-headers.har')).protocols).toEqual(['a', 'b']);
});

test('mitmproxy’s refused handshake is a socket, though its URL is that of a page', () => {
  const session = readCase('mitmproxy-refused.har');
  expect(socketOf(session)).toMatchObject({ url: 'wss://a.example/chat', handshake: { status: 403 } });
});

test('a file with handshakes and no messages says so', () => {
  const session = readCase('firefox.har');
  expect(session.sockets).toHaveLength(1);
  expect(session.remarks?.list).toEqual([{ key: 'noMessages', where: 'log.entries[0]', detail: '' }]);
});

test('a good file has no remarks', () => {
  for (const name of [
    'large-integer.har',
    'runaway-expression.har',
    'many-alike.har',
    'duplicate-keys.har',
    'chrome.har',
  ])
    expect(readCase(name).remarks).toEqual({ list: [], counts: {} });
});
