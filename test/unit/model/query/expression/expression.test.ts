import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Expression, TooSlow, Unfinished } from '#model';
import { anyExpression, anyFlags, anyText } from './expression.ts';

/** The longest that is done in one go, in ms of CPU time. */
let longest = 0;

/** Letters in no order that comes again. */
function mixed(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed & 0x10000 ? 'a' : 'b';
  }).join('');
}

/** Asks as often as it takes. */
function found(expression: Expression, text: string): boolean | 'too slow' {
  longest = 0;
  for (;;) {
    const before = process.cpuUsage();
    try {
      return expression.test(text);
    } catch (reason) {
      if (reason instanceof TooSlow) return 'too slow';
      if (!(reason instanceof Unfinished)) throw reason;
    } finally {
      longest = Math.max(longest, process.cpuUsage(before).user / 1000);
    }
  }
}

const long = 5_000_000;

describe('an expression keeps nobody waiting', () => {
  test.each<[string, string, boolean]>([
    ['(a+)+$', `${'a'.repeat(32)}b`, false],
    ['(a+)+$', 'a'.repeat(50_000), true],
    ['^(x|xx|xxx)+$', `${'x'.repeat(40)}y`, false],
    ['^(x|xx|xxx)+$', 'x'.repeat(40_000), true],
    ['(.*a){20}b', 'a'.repeat(100), false],
    ['(\\w+\\s?)+$', `${'word '.repeat(30)}!`, false],
    ['^(?:.|\\n)*!$', `${'line\n'.repeat(100_000)}!`, true],
    ['(?=(a+)+$)', `${'a'.repeat(40)}b`, false],
    ['(?<!(a|aa)+)b$', `${'a'.repeat(60)}c`, false],
    ['a.*b.*c.*d', 'abc'.repeat(20_000), false],
    ['\\s+$', `${' '.repeat(100_000)}x`, false],
    ['x*y', 'x'.repeat(long), false],
    ['[^"]*"[^"]*$', '"'.repeat(long), true],
    ['(é+)+$', `${'é'.repeat(long)}a`, false],
    ['(?:😀+)+$', `${'😀'.repeat(1_000_000)}a`, false],
    ['(a|b|ab)*c', 'ab'.repeat(long / 2), false],
  ])('%s', (source, text, wanted) => {
    for (const flags of ['', 'i', 'u']) {
      expect(found(new Expression(source, flags), text)).toBe(wanted);
      expect(longest).toBeLessThan(50);
    }
  });

  test.each([
    ['(a+)+\\1$', `${'a'.repeat(40)}b`],
    ['(?:(a*)*)*\\1b', 'a'.repeat(1000)],
    ['(?:a?){9999}(?:a?){9999}b\\b', 'a'.repeat(200)],
    ['(a|b)*a(a|b){18}c', mixed(long)],
  ])('or says that it would: %s', (source, text) => {
    const expression = new Expression(source, '');
    expect(found(expression, text)).toBe('too slow');
    expect(longest).toBeLessThan(50);
  });

  it('finds in a short text what would take too long in another', () => {
    expect(found(new Expression('(a+)+\\1$', ''), 'caaa')).toBe(true);
  });

  it('finds the same in short texts as the engine, by which they are gone through', () => {
    fc.assert(
      fc.property(anyExpression, anyFlags, anyText, (source, flags, text) => {
        let native: RegExp;
        try {
          native = new RegExp(source, `${flags}g`);
        } catch {
          expect(() => new Expression(source, flags)).toThrow(SyntaxError);
          return;
        }
        const expression = new Expression(source, flags);
        const wanted = [...text.matchAll(native)].map(({ 0: { length }, index }) => ({ index, length }));
        if (flags.includes('v') || /\(\?</.test(source)) return;
        if (found(expression, text) === 'too slow') return;
        expect([found(expression, text), expression.matches(text)]).toEqual([wanted.length > 0, wanted]);
      }),
      { numRuns: 500 },
    );
  });

  it('marks what it finds soon, and nothing where it does not', () => {
    const wild = new Expression('(a+)+$', '');
    expect(wild.matches(`b${'a'.repeat(5000)}`)).toEqual([{ index: 1, length: 5000 }]);
    expect(new Expression('(a+)+\\1$', '').matches(`${'a'.repeat(5000)}b`)).toEqual([]);
  });

  it('remembers what it has been asked, so that two long texts may be asked for in turns', () => {
    const [one, other] = [new Expression('(a+)+b', ''), new Expression('(a+)+c', '')];
    const text = `${'a'.repeat(long)}c`;
    let asked = 0;
    const both = () => {
      asked++;
      try {
        return [one.test(text), other.test(text)];
      } catch (reason) {
        if (reason instanceof Unfinished) return undefined;
        throw reason;
      }
    };
    let answer = both();
    while (!answer) answer = both();
    expect(answer).toEqual([false, true]);
    expect(asked).toBeLessThan(400);
  });
});
