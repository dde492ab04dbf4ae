import '#support/extension-api.ts';

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { clockText, countText, isoText, sizeText, spanText } from '#panel/figures.ts';
import { timeText } from '#panel/views/messages/row/row-time.ts';
import { closeMeaning } from '#panel/views/sockets/close-meaning.ts';
import { say, sayCount } from '#panel/words.ts';

/** Numbers that a file or a page may have anywhere: those of no calendar, of no size, and of no count. */
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, -1, 1e16, -1e16, 8.64e15, 8.64e15 + 1, 1e300, 5e-324),
);

const figures: Readonly<Record<string, (value: number) => string>> = {
  countText,
  sizeText,
  spanText,
  clockText,
  isoText,
  closeMeaning,
  'time since': (value) => timeText(value, 1),
  'time of day': (value) => timeText(value, undefined),
  'a count in words': (value) => sayCount('messages', value),
  'a figure in words': (value) => say('bytes', String(value)),
};

describe('whatever is recorded can be told', () => {
  test.each(Object.entries(figures))('by %s', (_, tell) => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(tell(value).length).toBeLessThan(120);
      }),
    );
  });

  it('as what it is, where it can be no more than that', () => {
    expect([isoText(1e16), clockText(Number.NaN), sizeText(Infinity), spanText(1e300)]).toEqual([
      '10000000000000000',
      'NaN',
      'Infinity B',
      '1e+300 ms',
    ]);
    expect([isoText(0), sizeText(-1), sizeText(-2000)]).toEqual(['1970-01-01T00:00:00.000Z', '-1B', '-2kB']);
  });
});
