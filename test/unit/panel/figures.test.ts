import '#support/extension-api.ts';

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Session } from '#model';
import { clockText, countText, isoText, shareText, sizeText, spanText } from '#panel/figures.ts';
import { readPlace } from '#panel/views/find/place.ts';
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
      'Infinity\u00a0B',
      '1e+300\u00a0ms',
    ]);
    expect([isoText(0), sizeText(-1), sizeText(-2000)]).toEqual([
      '1970-01-01T00:00:00.000Z',
      '-1\u00a0B',
      '-2\u00a0kB',
    ]);
  });
});

describe('figures', () => {
  it('stand before a unit that suits them, and never lose it at the end of a line', () => {
    expect([0, 46, 999, 1000, 1_250_000].map(sizeText)).toEqual([
      '0\u00a0B',
      '46\u00a0B',
      '999\u00a0B',
      '1\u00a0kB',
      '1.3\u00a0MB',
    ]);
    expect([0.25, 46, 1500, -25_000, 126_000].map(spanText)).toEqual([
      '0.3\u00a0ms',
      '46\u00a0ms',
      '1.5\u00a0s',
      '-25\u00a0s',
      '2.1\u00a0min',
    ]);
  });

  it('say all of it only where it is all', () => {
    expect([0, 0.5, 0.999, 1].map(shareText)).toEqual(['0%', '50%', '99%', '100%']);
  });

  it('of time are read again where one goes to a time', () => {
    const session = new Session();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5e7 }), (ms) => {
        const place = readPlace(`+${spanText(ms)}`, session);
        const time = place && 'time' in place ? place.time - session.start : Number.NaN;
        expect(Math.abs(time - ms)).toBeLessThanOrEqual(ms < 60_000 ? 50 : 3000);
      }),
    );
  });
});
