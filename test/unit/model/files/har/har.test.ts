import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHar } from '#model';
import { harPieces, harText, inOrder } from '#support/har.ts';
import { anySession, anyTakenSession, facts } from '../../arbitrary.ts';

/** What survives a file that is stored as UTF-8. */
const stored = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

describe('a session written as HAR and read again', () => {
  test('is the same session', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        expect(facts(readHar(stored(harText(session))))).toEqual(facts(session, 'har:'));
      }),
      { numRuns: 150 },
    );
  });

  test('is the same session when it comes in chunks that are stored one by one', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        expect(inOrder(harPieces(session)).map(stored).join('')).toBe(harText(session));
      }),
    );
  });

  test('has the rows that a filter lets through, in their order, and nothing else', () => {
    fc.assert(
      fc.property(anyTakenSession, fc.func(fc.boolean()), (session, includes) => {
        const read = facts(readHar(harText(session, includes)));
        const passed = facts(session).rows.filter((_, index) => includes(index));
        const bare = (rows: typeof passed) => rows.map((row) => ({ ...row, index: 0, socket: 0 }));
        expect(bare(read.rows)).toEqual(bare(passed));
        expect(read.sockets.length).toBe(new Set(passed.map((row) => row?.socket)).size);
      }),
    );
  });
});
