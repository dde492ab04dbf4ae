import { describe, expect, it } from 'vitest';
import { type Data, finish } from '#model';
import { isBinary, mayBeJson, readable } from '#panel/views/details/payload/content.ts';

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

describe('bytes', () => {
  it.each([
    ['text', new TextEncoder().encode('é'.repeat(5000)), false],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), false],
    ['numbers', Uint8Array.of(0, 1, 2, 3), true],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x41), true],
    ['nothing', new Uint8Array(), false],
  ])('that are %s', (_, bytes, binary) => {
    expect(isBinary(bytes)).toBe(binary);
  });
});
