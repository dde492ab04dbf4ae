import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHar, Session } from '#model';
import { messagesOf, rowsOf } from '#support/cases.ts';
import { told } from '../../session/told.ts';

const START = Date.parse('2024-05-01T10:00:00.000Z');

type Json = Record<string, unknown>;

const file = (times: readonly unknown[], more: Json = {}, ...others: readonly Json[]) => {
  const messages = times.map((time, n) => ({ type: 'receive', time, opcode: 1, data: String(n) }));
  const entry = {
    startedDateTime: '2024-05-01T10:00:00.000Z',
    time: 2000,
    request: { url: 'wss://a.example/' },
    response: { status: 101 },
    _webSocketMessages: messages,
    ...more,
  };
  return JSON.stringify({ log: { entries: [entry, ...others] } });
};

/** When each message was, in ms after the start, and which of that was a guess. */
const timesOf = (text: string) =>
  messagesOf(readHar(text)).map(({ time, repaired }) => [
    Math.round(time - START),
    repaired?.includes('time') ?? false,
  ]);

const exact = (...times: number[]) => times.map((time) => [time, false]);

describe('the times of a file', () => {
  const after = [250, 500, 1750];

  test.each([
    ['seconds', (ms: number) => (START + ms) / 1000],
    ['milliseconds', (ms: number) => START + ms],
    ['microseconds', (ms: number) => (START + ms) * 1e3],
    ['nanoseconds', (ms: number) => (START + ms) * 1e6],
    ['seconds in strings', (ms: number) => String((START + ms) / 1000)],
    ['dates', (ms: number) => new Date(START + ms).toISOString()],
    ['seconds since the start', (ms: number) => ms / 1000],
    ['milliseconds since the start', (ms: number) => ms],
  ])('may be %s', (_, written) => {
    expect(timesOf(file(after.map((ms) => written(ms))))).toEqual(exact(...after));
  });

  test('may be seconds on a clock with its zero anywhere', () => {
    expect(timesOf(file([86_400.25, 86_400.5, 86_401.75]))).toEqual(exact(0, 250, 1500));
  });

  const anyImpossible = fc.oneof(
    fc.constantFrom<unknown>(
      0,
      -1,
      1e16,
      1e15,
      1e20,
      1e300,
      -1e300,
      -5.5,
      null,
      '',
      'soon',
      [],
      {},
      true,
      8.64e15 + 1,
    ),
    fc.integer({ min: 2, max: 9e7 }),
  );

  test('are exact but for one that cannot be, which lies between its neighbours and is marked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 3, maxLength: 12 }),
        fc.nat(),
        anyImpossible,
        fc.constantFrom(1e-3, 1, 1e3, 1e6),
        (offsets, which, impossible, unit) => {
          const sorted = offsets.toSorted((a, b) => a - b);
          const at = which % sorted.length;
          const read = timesOf(file(sorted.map((ms, n) => (n === at ? impossible : (START + ms) * unit))));
          for (const [n, ms] of sorted.entries()) if (n !== at) expect(read[n]).toEqual([ms, false]);
          const [time = 0, guessed] = read[at] as [number, boolean];
          expect(guessed).toBe(true);
          expect(time).toBeGreaterThanOrEqual((sorted[at - 1] ?? 0) - 1);
          expect(time).toBeLessThanOrEqual((sorted[at + 1] ?? sorted[at - 1] ?? 0) + 1);
        },
      ),
    );
  });

  test('that none can be are those of the start', () => {
    expect(timesOf(file([-1, 1e16, null]))).toEqual([
      [0, true],
      [0, true],
      [0, true],
    ]);
  });

  test('that are far from all others, in good order or not, are placed', () => {
    const day = 24 * 3600e3;
    const ms = [250, 500 + 30 * day, 750].map((each) => START + each);
    expect(timesOf(file(ms))).toEqual([
      [250, false],
      [500, true],
      [750, false],
    ]);
  });

  test('before the start move it where they are most of them, or near', () => {
    const began = (text: string) => (readHar(text).sockets[0]?.created ?? 0) - START;
    const early = file([START - 5000, START - 4000, START + 250]);
    expect([began(early), timesOf(early)]).toEqual([-5000, exact(-5000, -4000, 250)]);
    const near = file([START - 20, START + 250]);
    expect([began(near), timesOf(near)]).toEqual([-20, exact(-20, 250)]);
    const one = file([START - 5000, START + 250, START + 500]);
    expect([began(one), timesOf(one)]).toEqual([0, [[125, true], ...exact(250, 500)]]);
  });

  test('stand in for a start that is none', () => {
    for (const startedDateTime of [null, 5, 'today', {}, '1850-01-01', '+275760-09-13T00:00:00.000Z']) {
      const session = readHar(file([START + 250, START + 500], { startedDateTime }));
      expect(session.sockets[0]?.created).toBe(START + 250);
    }
  });
});

describe('a session has no time that is none', () => {
  test('whatever a page tells', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true }),
        (origin, t) => {
          const construct = {
            type: 'construct',
            args: [],
            url: 'ws://a/',
            protocols: [],
            stack: '',
            n: 1,
            t,
            socket: 1,
          } as const;
          const session = told();
          session.take('document', {
            origin,
            counts: [],
            outcomes: [],
            events: [
              construct,
              { type: 'error', n: 2, t, socket: 1 },
              { type: 'buffered', n: 3, t, socket: 1, amount: 5 },
            ],
          });
          expectDates(session);
        },
      ),
    );
  });

  test('whatever is pushed', () => {
    const session = new Session();
    const socket = session.addSocket(session.addDocument('document', '', Number.NaN), 1, -1e300);
    session.push({ type: 'message', time: START, socket, form: 'text', data: 'a' });
    for (const time of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -1e300])
      session.push({ type: 'message', time, socket, form: 'text', data: 'b' });
    expectDates(session);
    expect(rowsOf(session).map(({ time, repaired }) => [time, repaired])).toEqual([
      [START, undefined],
      ...Array.from({ length: 4 }, () => [START, ['time']]),
    ]);
  });

  function expectDates({ documents, sockets, rows }: Session): void {
    const times = [
      ...documents.map(({ origin }) => origin),
      ...sockets.flatMap(({ created, transitions, buffered }) => [
        created,
        ...[...transitions, ...buffered].map(({ time }) => time),
      ]),
      ...Array.from({ length: rows.length }, (_, row) => rows.time(row)),
    ];
    for (const time of times) expect(() => new Date(time).toISOString()).not.toThrow();
  }
});
