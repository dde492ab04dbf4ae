import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inLines } from '#panel/views/editor/reader.ts';
import { standIns } from '#panel/views/editor/unseen.ts';

/** A few letters, line ends and halves of characters, as often as it takes to be more than a step. */
const anyText = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', '\ud83d'), maxLength: 9 }), fc.nat(30_000))
  .map(([text, times]) => text.repeat(times));

it('a text that is put into lines step by step is shown as it is, in the lines that it has', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const steps = inLines(text);
      let step = steps.next();
      while (!step.done) step = steps.next();
      expect(step.value.lines).toBe(text.split('\n').length);
      expect(step.value.toString() === standIns(text)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
