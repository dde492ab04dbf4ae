import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HarError, openHar, readHar, type Session } from '#model';
import { harText } from '#support/har.ts';
import { anySession, facts } from '../../arbitrary.ts';

/** Reads a file of which no more than `chunk` bytes are had at once: splits are inside of all that has more than one. */
function readInPieces(text: string, chunk: number, keeps: boolean): Session {
  const bytes = new TextEncoder().encode(text);
  const read = (from: number, to: number) => bytes.slice(from, to);
  const { session, rows } = openHar({ size: bytes.length, chunk, read }, keeps);
  for (const row of rows.rows()) session.push(row);
  return session;
}

/** What reading gives: a session's facts, or where the file is wrong. */
function outcome(read: () => Session): unknown {
  try {
    return facts(read());
  } catch (error) {
    if (error instanceof HarError) return { key: error.key, where: error.where, detail: error.detail };
    throw error;
  }
}

const chunk = fc.integer({ min: 1, max: 40 });

/** Spaces where JSON may have them, and all but ASCII unescaped, or all escaped. */
const anySpelling: fc.Arbitrary<(text: string) => string> = fc.constantFrom(
  (text) => text,
  (text) => `\uFEFF${JSON.stringify(JSON.parse(text), null, '\t')}\r\n `,
  (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => text.replaceAll('"_webSocketMessages"', '"\\u005fwebSocket\\u004dessages"'),
);

describe('a HAR that is had in pieces', () => {
  test('is the same session, wherever they end', () => {
    fc.assert(
      fc.property(anySession, chunk, fc.boolean(), anySpelling, (session, chunk, keeps, spelling) => {
        const text = spelling(harText(session));
        expect(facts(readInPieces(text, chunk, keeps))).toEqual(facts(session, 'har:'));
      }),
    );
  });

  test('is refused with the same words where it is cut or spoiled', () => {
    const anyFault = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('', ',', ']', '"', '\\', '}', 'é', '\n'),
    );
    fc.assert(
      fc.property(
        anySession,
        chunk,
        fc.boolean(),
        anyFault,
        fc.boolean(),
        (session, chunk, keeps, [part, fault], cut) => {
          const whole = harText(session);
          const at = Math.floor(whole.length * part);
          const text = whole.slice(0, at) + fault + (cut ? '' : whole.slice(at + 1));
          expect(outcome(() => readInPieces(text, chunk, keeps))).toEqual(outcome(() => readHar(text)));
          expect(isJson(text)).toBe(!['harNotJson', 'harTruncated'].includes(String(keyOf(text))));
        },
      ),
    );
  });

  test('is the same session where a socket’s rows lie anywhere among each other', () => {
    fc.assert(
      fc.property(anySession, chunk, fc.array(fc.nat(), { minLength: 1 }), (session, chunk, places) => {
        let next = 0;
        const text = harText(session).replace(
          /"_row":\d+/g,
          () => `"_row":${places[next++ % places.length]}`,
        );
        expect(outcome(() => readInPieces(text, chunk, false))).toEqual(outcome(() => readHar(text)));
      }),
    );
  });

  test('counts the last of two fields of one name, as any JSON does', () => {
    const message = (data: string) => ({ type: 'send', time: 1.5, opcode: 1, data });
    const messages = (...data: string[]) => JSON.stringify(data.map(message));
    const entry = (...lists: string[]) =>
      `{"startedDateTime":"2024-05-01","request":{"url":"ws://a/"},${lists.map((list) => `"_webSocketMessages":${list}`)}}`;
    const log = (...entries: string[]) =>
      `"log":{"entries":[${entries}],"entries":[${entries.toReversed()}]}`;
    const text = `{${log(entry(messages('no')))},${log(entry(messages('no', 'no'), messages('a', 'b')), entry('[]', messages('c')))}}`;
    for (const keeps of [true, false]) {
      const { rows, sockets } = readInPieces(text, 3, keeps);
      const sent = Array.from({ length: rows.length }, (_, row) => rows.get(row)).filter(
        (row) => row?.direction,
      );
      expect(sockets).toHaveLength(2);
      expect(sent.map((row) => row?.data)).toEqual(['c', 'a', 'b']);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function keyOf(text: string): unknown {
  const found = outcome(() => readHar(text));
  return typeof found === 'object' && found !== null && 'key' in found ? found.key : undefined;
}
