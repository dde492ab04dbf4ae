import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { standIns, unseenRuns } from '#panel/views/editor/unseen.ts';

describe('a text as the editor shows it', () => {
  test.each([
    ['a\0b\x1b[0m\x7f', 'a␀b␛[0m␡'],
    ['a\r\n\tb', 'a␍\n\tb'],
    ['user\u202etxt.exe\u2066\u200b\ufeff', 'user•txt.exe•••'],
    ['\ud83d😀\ude00', '\ufffd😀\ufffd'],
    [`e${'\u0301'.repeat(10)}x`, `e${'\u0301'.repeat(8)}••x`],
    ['👩‍👩‍👧 e\u0301 \u2403 • é', '👩‍👩‍👧 e\u0301 \u2403 • é'],
  ])('%j', (text, shown) => {
    expect(standIns(text)).toBe(shown);
  });

  it('is as long, and has nothing that cannot be seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        expect(standIns(text).length).toBe(text.length);
        expect([...unseenRuns(standIns(text))]).toEqual([]);
      }),
    );
  });
});
