import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, finish } from '#model';
import { findInBytes } from '#panel/views/details/find/find-in-bytes.ts';
import { readSought } from '#panel/views/details/find/sought.ts';

const sought = (text: string) => {
  const read = readSought(text);
  if (!read) throw new Error(`nothing to look for in ${text}`);
  return read;
};

describe('what is looked for in a payload', () => {
  const inText = (text: string, wanted: string) =>
    finish(findInText(text, sought(wanted).pattern)).map(({ from, to }) => text.slice(from, to));

  it('is any text as it is, whatever its case', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (wanted, around) => {
        fc.pre(!/^\/.+\/[a-z]*$/.test(wanted) && wanted.trim() !== '');
        expect(inText(`${around}${wanted}`, wanted)).not.toEqual([]);
      }),
    );
    expect(inText('A needle, a NEEDLE', 'Needle')).toEqual(['needle', 'NEEDLE']);
  });

  it('minds no space around the colon of JSON', () => {
    for (const wanted of ['"a":1', '"a": 1', '"a" : 1'])
      expect(inText('{"a":1} {"a": 1} {"a" :1}', wanted)).toHaveLength(3);
  });

  it('is an expression where it is written as one, and nothing where that is wrong', () => {
    expect(inText('ab a1 a2', String.raw`/a\d/`)).toEqual(['a1', 'a2']);
    expect(readSought('/(/')).toBeUndefined();
    expect(readSought('')).toBeUndefined();
  });

  it('is in bytes as UTF-8, or as the bytes that are written in hexadecimal', () => {
    const bytes = new TextEncoder().encode('dé ad DÉ');
    const inBytes = (wanted: string) => finish(findInBytes(bytes, sought(wanted))).map(({ from }) => from);
    expect([inBytes('é'), inBytes('c3 a9'), inBytes('0xc3a9'), inBytes('AD'), inBytes('x')]).toEqual([
      [1],
      [1],
      [1],
      [4],
      [],
    ]);
  });

  it('is in bytes wherever it begins, also where a step ends', () => {
    const bytes = new Uint8Array(600_000);
    const places = [0, 262_140, 262_142, 262_144, 524_287, 599_996];
    for (const at of places) bytes.set([1, 2], at);
    expect(finish(findInBytes(bytes, sought('01 02'))).map(({ from }) => from)).toEqual(places);
  });
});
