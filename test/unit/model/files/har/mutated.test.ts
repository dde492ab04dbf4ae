import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HarError, openHar, readHar, type Session } from '#model';
import { caseText, messagesOf } from '#support/cases.ts';
import { harText } from '#support/har.ts';
import { anyTakenSession } from '../../arbitrary.ts';

type Json = Record<string, unknown>;

/** A place in a file: what holds it, its name there, and the way to it. */
interface Place {
  readonly holder: Json;
  readonly name: string;
  readonly path: string;
}

function placesIn(value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Json;
  return Object.keys(holder).flatMap((name) => [
    { holder, name, path: `${path}.${name}` },
    ...placesIn(holder[name], `${path}.${name}`),
  ]);
}

/** Without these there is no HAR, or no telling how many messages there are. */
const isStructure = (path: string) =>
  /^\.log(\.entries(\.\d+(\._webSocketMessages)?)?)?$/.test(path) ||
  /\._sockscope(\.rows(\.\d+)?)?$/.test(path);

/** What there is in JSON, and what looks like what may be there. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e16,
    1e300,
    42,
    '',
    'x',
    '1',
    'text',
    'AP8=',
    '-_8A',
    [],
    {},
  ),
  fc.constantFrom<unknown>('2024-05-01T10:00:00.500Z', { toString: 1, valueOf: 1 }, [null], [[]], {
    length: 3,
  }),
);

type Change = 'other' | 'missing';

const isOfMessage = (path: string) => /\.(?:_webSocketMessages|_sockscope\.rows)\.\d+/.test(path);

/** What stays of each message, whatever becomes of another. */
const payloads = (session: Session) =>
  messagesOf(session).map(({ type, data, form }) => JSON.stringify([type, data, form]));

function expectSame(
  text: string,
  which: number,
  change: Change,
  value: unknown,
  before = payloads(readHar(text)),
): void {
  const har: unknown = JSON.parse(text);
  const places = placesIn(har).filter(({ path }) => !isStructure(path));
  const place = places[which % places.length];
  if (!place) return;
  const { holder, name, path } = place;
  if (change === 'missing' && !Array.isArray(holder)) delete holder[name];
  else holder[name] = value;
  const after = payloads(readHar(JSON.stringify(har)));
  const gone = before.filter((message) => !after.includes(message));
  expect([path, gone.length]).toEqual([path, Math.min(gone.length, isOfMessage(path) ? 1 : 0)]);
}

const good = ['chrome.har', 'base64url.har', 'control-frames.har', 'handshake-headers.har', 'type-sent.har'];

describe('a file with one odd field', () => {
  const anyChange = fc.constantFrom<Change>('other', 'missing');

  test.each(good)('opens with all other messages as they were: %s', (name) => {
    const text = caseText(name);
    fc.assert(
      fc.property(fc.nat(), anyChange, anyValue, (which, change, value) =>
        expectSame(text, which, change, value),
      ),
      { numRuns: 60 },
    );
  });

  test('opens with all other messages as they were: what we wrote', () => {
    fc.assert(
      fc.property(anyTakenSession, fc.nat(), anyChange, anyValue, (session, which, change, value) => {
        fc.pre(session.sockets.length > 0);
        expectSame(harText(session), which, change, value);
      }),
      { numRuns: 60 },
    );
  });

  test('opens with every field of every object of every type, missing and twice', () => {
    const text = caseText('chrome.har');
    const values = [null, 1e300, 'x', { a: 1 }];
    const before = payloads(readHar(text));
    const count = placesIn(JSON.parse(text)).length;
    for (let which = 0; which < count; which++) {
      for (const value of values) expectSame(text, which, 'other', value, before);
      expectSame(text, which, 'missing', undefined, before);
    }
    for (const [, field = ''] of text.matchAll(/^\s*("\w+": [^[{\n]*[^,[{\n]),?$/gm))
      expect(payloads(readHar(text.replace(field, `${field}, ${field}`)))).toEqual(before);
  });

  test('that is no HAR without it is refused, and nothing else is', () => {
    const text = caseText('base64url.har');
    for (const { path } of placesIn(JSON.parse(text)).filter(({ path }) => isStructure(path)))
      for (const value of [null, 5, 'x', {}, []]) {
        const har: unknown = JSON.parse(text);
        const place = placesIn(har).find((each) => each.path === path);
        if (place) place.holder[place.name] = value;
        expect([HarError, Object]).toContain(kindOf(JSON.stringify(har)));
      }
  });

  /** Whether it is read or refused; what else is thrown fails the test. */
  function kindOf(text: string) {
    try {
      readHar(text);
      return Object;
    } catch (error) {
      if (error instanceof HarError) return HarError;
      throw error;
    }
  }
});

test('50,000 lists of one name are read in one go, as those of different names are', () => {
  const entry = JSON.stringify({ request: { url: 'ws://a/' }, _webSocketMessages: [] });
  const text = `{"log":{${Array.from({ length: 50_000 }, () => `"entries":[${entry}]`)}}}`;
  const bytes = new TextEncoder().encode(text);
  let reads = 0;
  const read = (from: number, to: number) => {
    reads++;
    return bytes.subarray(from, to);
  };
  const chunk = 1 << 16;
  const { session } = openHar({ size: bytes.length, chunk, read }, true);
  expect(session.sockets).toHaveLength(1);
  // What goes over the end of a chunk is read once more.
  expect(reads).toBeLessThan(4 * Math.ceil(bytes.length / chunk));
});
