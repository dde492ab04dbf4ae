import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HarError, readHar, Session } from '#model';
import { harText } from '#support/har.ts';
import { anySession, anyTakenSession, facts } from '../../arbitrary.ts';

/** Reads, or gives the error; whatever else is thrown fails the test. */
function read(text: string): Session | HarError {
  try {
    return readHar(text);
  } catch (error) {
    if (error instanceof HarError) return error;
    throw error;
  }
}

/** Every place in a JSON value, as the object and the key that hold it. */
function places(value: unknown): [holder: Record<string, unknown>, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [typeof holder, string],
    ...places(holder[key]),
  ]);
}

test('a file that was tampered with is read or refused, and what is read can be written again', () => {
  fc.assert(
    fc.property(
      anySession,
      fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { minLength: 1, maxLength: 3 }),
      (session, changes) => {
        const har: unknown = JSON.parse(harText(session));
        for (const [which, value] of changes) {
          const all = places(har);
          const [holder, key] = all[which % all.length] ?? [];
          if (holder && key !== undefined) holder[key] = value;
        }
        const result = read(JSON.stringify(har));
        if (result instanceof Session) expect(facts(readHar(harText(result)))).toEqual(facts(result, 'har:'));
      },
    ),
    { numRuns: 150 },
  );
});

test('a file that was cut off says so, wherever that was', () => {
  fc.assert(
    fc.property(
      anyTakenSession,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (session, part) => {
        const text = harText(session).trimEnd();
        expect(read(text.slice(0, Math.floor(text.length * part)))).toMatchObject({ key: 'harTruncated' });
      },
    ),
    { numRuns: 150 },
  );
});

test('two sockets that a file gives one number stay two', () => {
  const session = new Session();
  const document = session.addDocument('document', '', 0);
  session.addSocket(document, 1, 0).url = 'ws://a/';
  session.addSocket(document, 2, 0).url = 'ws://b/';
  const har = harText(session).replaceAll('"id":2', '"id":1');
  expect(readHar(har).sockets.map(({ url, index }) => [url, index])).toEqual([
    ['ws://a/', 0],
    ['ws://b/', 1],
  ]);
});

test('a structure nested beyond any stack is refused like any other', () => {
  expect(read('['.repeat(200_000))).toBeInstanceOf(HarError);
  expect(read(`{"log":{"entries":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`)).toBeInstanceOf(HarError);
});

test('a page cannot name a field so that it is taken for another', () => {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('__proto__', 'constructor', 0), 1, 0);
  session.push({ type: 'message', time: 0, socket, form: '__proto__', data: '{"__proto__":{"type":1}}' });
  expect(facts(readHar(harText(session)))).toEqual(facts(session, 'har:'));
});
