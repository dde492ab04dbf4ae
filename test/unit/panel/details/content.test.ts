import { describe, expect, it } from 'vitest';
import { type Data, finish } from '#model';
import { mayBeJson, readable } from '#panel/views/details/payload/content.ts';

const read = (data: Data) => finish(readable(data));

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what a payload is read as', () => {
  it('is its text, in bytes too, controls and lone surrogates of a text included', () => {
    for (const text of ['{"a":[1]}', '42["x"]', 'a\r\nb\u0000', '\ud800', '']) expect(read(text)).toBe(text);
    expect(read(utf8('{"a":"é"}'))).toBe('{"a":"é"}');
  });

  it('is no text where bytes are not UTF-8, or have controls that text has not', () => {
    expect(read(Uint8Array.of(0xff, 0xfe))).toBeUndefined();
    expect(read(Uint8Array.of(0, 1, 2, 3))).toBeUndefined();
  });

  it('is tried as JSON where it begins like an object or an array', () => {
    expect([' {}', '\n[', '42', 'null', ''].map(mayBeJson)).toEqual([true, true, false, false, false]);
  });
});
