import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Length } from '#model';

it('counts the bytes of a text as they go over the wire, wherever it is cut to be counted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40_000), (text, length) => {
      const long = text.padEnd(length, `.${text}`);
      expect(utf8Length(long)).toBe(Buffer.byteLength(long));
    }),
  );
  for (const pair of ['\u{1f600}', '\ud83d', '\ude00'])
    for (let before = 32_764; before < 32_772; before++) {
      const text = '.'.repeat(before) + pair.repeat(40_000);
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    }
});
