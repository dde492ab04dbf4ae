import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Machine } from '../../../../../src/model/query/expression/machine.ts';
import { Matches } from '../../../../../src/model/query/expression/matches.ts';
import { parseExpression } from '../../../../../src/model/query/expression/parse.ts';
import { compile } from '../../../../../src/model/query/expression/program.ts';
import { anyExpression, anyFlags, anyText } from './expression.ts';

function finish<T>(parts: Generator<void, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** The engine's own expression; `undefined` where it takes none, or is known to be wrong about it. */
function native(source: string, flags: string): RegExp | undefined {
  // https://issues.chromium.org/issues/40208838: older ones take a class with ^ and `v` for a string.
  if (flags.includes('v') && source.includes('[^')) return undefined;
  try {
    return new RegExp(source, `${flags}g`);
  } catch {
    return undefined;
  }
}

/** V8 looks between two surrogates, too, where a look behind may see something. */
const isInPair = (text: string, at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;

describe('an expression that is gone through without going back', () => {
  it('finds what the engine finds, and where', () => {
    fc.assert(
      fc.property(
        anyExpression,
        anyFlags,
        fc.array(anyText, { minLength: 1, maxLength: 4 }),
        (source, flags, texts) => {
          const regexp = native(source, flags);
          const program = regexp && compile(parseExpression(regexp), /[uv]/.test(flags));
          fc.pre(regexp !== undefined && program !== undefined);
          const machine = new Machine(program);
          const matches = new Matches(program, machine.alphabet);
          for (const text of texts) {
            const wanted = [...text.matchAll(regexp)]
              .map(({ 0: { length }, index }) => ({ index, length }))
              .filter(({ index }) => !(/[uv]/.test(flags) && isInPair(text, index)));
            expect(finish(machine.test(text))).toBe(wanted.length > 0);
            expect([...matches.in(text, finish(machine.look(text)))]).toEqual(wanted);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
