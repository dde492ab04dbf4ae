import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Data, Session } from '#model';
import { Signature, traces } from '../../../../src/model/signatures/signature.ts';
import { anyText } from '../arbitrary.ts';
import { passing } from '../query/passing.ts';

/** As many rows as have one signature. */
const BLOCK = 4096;

function sessionOf(payloads: readonly Data[], length = payloads.length): Session {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
  for (let row = 0; row < length; row++)
    session.push({ type: 'message', time: row, socket, form: 'text', data: payloads[row] });
  return session;
}

const sign = (session: Session) => {
  session.signatures.advance(Number.POSITIVE_INFINITY, () => 0);
  return session;
};

const anyWord = fc.oneof(
  anyText,
  fc.string({ unit: 'grapheme-ascii' }),
  fc.constantFrom('zebra', 'K', '\u212a', 'ſ', '9999', 'a.b'),
);

describe('a signature', () => {
  it('has the traces of every ASCII text that is in a payload, in any case', () => {
    const ascii = fc.string({ unit: 'binary-ascii' });
    fc.assert(
      fc.property(anyText, ascii, anyText, fc.array(anyText), (before, text, after, others) => {
        const signature = new Signature();
        const encoder = new TextEncoder();
        for (const each of [...others, before + text + after]) signature.add(encoder.encode(each));
        for (const each of [text, text.toLowerCase(), text.toUpperCase()])
          expect(signature.has(traces(each))).toBe(true);
      }),
    );
  });

  it('has none of most others', () => {
    const signature = new Signature();
    signature.add(new TextEncoder().encode('{"id":17,"note":"kader lomi"}'));
    for (const text of ['zebra', 'q', 'lomin', 'redak', '18'])
      expect([text, signature.has(traces(text))]).toEqual([text, false]);
  });
});

describe('the signatures of a session', () => {
  it('change nothing in what passes a query', () => {
    const words = fc.uniqueArray(anyWord, { minLength: 1, maxLength: 6 });
    const payload = fc.tuple(fc.nat(5), anyText, fc.boolean());
    fc.assert(
      fc.property(words, fc.array(payload, { maxLength: 20 }), fc.nat(2 * BLOCK), (words, some, offset) => {
        const payloads = Array<Data>(offset).fill('x');
        for (const [word, text, isBytes] of some) {
          const data = `${text}${words[word] ?? ''}${text}`;
          payloads.push(isBytes ? new TextEncoder().encode(data) : data);
        }
        const session = sessionOf(payloads, 2 * BLOCK + 10);
        const [socket] = session.sockets;
        session.rows.annotate(offset, 'a note of zebra');
        if (socket) session.push({ type: 'error', time: 0, socket, error: 'K' });
        const queries = [
          ...words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`),
          '/zeb+ra/',
          '-/9{4}K/i',
        ];
        const before = queries.map((query) => passing(query, session));
        sign(session);
        expect(queries.map((query) => passing(query, session))).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it('spare the reading of payloads in which a word is not', () => {
    const session = sign(sessionOf(Array<Data>(2 * BLOCK).fill('kader')));
    const read: number[] = [];
    const at = session.rows.payloads.at.bind(session.rows.payloads);
    session.rows.payloads.at = (row) => (read.push(row) > 0 ? at(row) : undefined);
    expect([passing('zebra', session).length, read.length]).toEqual([0, 0]);
    expect([passing('"zebra é"', session).length, read.length]).toEqual([0, 0]);
    expect([passing('/zebra\\d/', session).length, read.length]).toEqual([0, 0]);
    expect([passing('kader', session).length, read.length]).toEqual([2 * BLOCK, 2 * BLOCK]);
  });

  it('are those of whole blocks, and are made in slices', () => {
    const session = sessionOf(Array<Data>(BLOCK + 10).fill('kader'));
    let time = 0;
    const { signatures } = session;
    expect(signatures.advance(10, () => time++)).toBe(false);
    expect(signatures.of(0)).toBeUndefined();
    for (let turn = 0; !signatures.advance(0, () => 0); turn++) expect(turn).toBeLessThan(BLOCK + 10);
    expect(signatures.of(BLOCK - 1)?.has(traces('kader'))).toBe(true);
    expect(signatures.of(BLOCK)).toBeUndefined();
  });

  it('are not there where a payload is too long, or on disk', () => {
    const long = sessionOf(['a'.repeat(2 ** 20 + 1)], 2 * BLOCK);
    expect(sign(long).signatures.of(0)).toBeUndefined();
    expect(long.signatures.of(BLOCK)).toBeDefined();
    const away = sessionOf(Array<Data>(2 * BLOCK).fill('k'.repeat(30)));
    const load = away.rows.payloads.oldest(1);
    if (load) away.rows.payloads.release(load, { read: async () => load.payloads, remove: () => undefined });
    expect(sign(away).signatures.of(0)).toBeUndefined();
    expect(away.signatures.of(BLOCK)).toBeDefined();
  });

  it('find what is far into a long payload', () => {
    const text = `${'é😀'.repeat(30_000)}zebra${' '.repeat(40_000)}top`;
    const session = sign(sessionOf([text], BLOCK));
    expect(session.signatures.of(0)?.has([...traces('zebra'), ...traces('top')])).toBe(true);
  });
});
