import { describe, expect, it } from 'vitest';
import { readable } from '#panel/views/details/content.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what a payload is read as', () => {
  it('lays JSON out, in text and in bytes alike', () => {
    const laidOut = { text: '{\n  "a": [\n    1\n  ]\n}', isJson: true };
    expect(readable('{"a":[1]}')).toEqual(laidOut);
    expect(readable(utf8('{"a":[1]}'))).toEqual(laidOut);
  });

  it('leaves other text as it is, controls and lone surrogates included', () => {
    for (const text of ['42["x"]', 'a\r\nb\u0000', '\ud800', ''])
      expect(readable(text)).toEqual({ text, isJson: false });
  });

  it('takes bytes for no text where they are not UTF-8, or have controls that text has not', () => {
    expect(readable(Uint8Array.of(0xff, 0xfe))).toBeUndefined();
    expect(readable(Uint8Array.of(0, 1, 2, 3))).toBeUndefined();
  });

  it('does not lay out what would take long', () => {
    const text = `[${'1,'.repeat(1_500_000)}1]`;
    expect(readable(text)).toEqual({ text, isJson: false });
  });
});
