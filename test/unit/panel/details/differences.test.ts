import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '#model';
import { changesOnly, withContext } from '#panel/views/details/compare/context.ts';
import { differences, differencesOf } from '#panel/views/details/compare/differences.ts';
import { sidesOf } from '#panel/views/details/compare/sides.ts';
import type { DiffLine } from '#panel/views/details/compare/words.ts';

const textOf = ({ parts }: DiffLine) => parts.map(({ text }) => text).join('');
const signed = (lines: readonly DiffLine[] = []) =>
  lines.map((line) => `${{ both: ' ', before: '-', after: '+' }[line.in]}${textOf(line)}`);

describe('what two payloads differ in', () => {
  it('is told by lines that make both up', async () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'a b', ''), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(texts, texts, async (before, after) => {
        const lines = (await differences(before, after)) ?? [];
        const side = (other: DiffLine['in']) => lines.filter((line) => line.in !== other).map(textOf);
        expect([side('after'), side('before')]).toEqual([before, after]);
      }),
    );
  });

  it('is told by words in a line that took the place of another', async () => {
    const [gone, come] = (await differences(['"price": 12'], ['"price": 13'])) ?? [];
    expect(gone?.parts.find(({ differs }) => differs)?.text).toBe('12');
    expect(come?.parts.find(({ differs }) => differs)?.text).toBe('13');
  });

  const ofJson = async (before: unknown, after: unknown) =>
    (await differencesOf(finish(sidesOf(JSON.stringify(before), JSON.stringify(after))))) ?? [];
  const changes = async (before: unknown, after: unknown) =>
    signed(await ofJson(before, after)).filter((line) => !line.startsWith(' '));

  it('of JSON is paired by path, in the order of the second', async () => {
    expect(signed(await ofJson({ bid: 1, ask: 2, gone: 3 }, { new: 0, ask: 5, bid: 4 }))).toEqual([
      ' {',
      '+  "new": 0',
      '-  "ask": 2',
      '+  "ask": 5',
      '-  "gone": 3',
      '-  "bid": 1',
      '+  "bid": 4',
      ' }',
    ]);
    expect(await changes({ b: 1, list: [1] }, { list: [1, 2], b: 1 })).toEqual(['+    2']);
    expect(await changes([{ id: 1 }, { id: 2 }], [{ id: 0 }, { id: 1 }, { id: 3 }])).toEqual([
      '+  {',
      '+    "id": 0',
      '+  }',
      '-    "id": 2',
      '+    "id": 3',
    ]);
    expect(await changes({ a: [] }, { a: { b: 1 } })).toEqual([
      '-  "a": []',
      '+  "a": {',
      '+    "b": 1',
      '+  }',
    ]);
  });

  it('of JSON makes both up, and is nothing where they say the same', async () => {
    const value = fc.jsonValue().map((each) => [each]);
    await fc.assert(
      fc.asyncProperty(value, value, async (before, after) => {
        const lines = await ofJson(before, after);
        const side = (other: DiffLine['in']) =>
          JSON.parse(
            lines
              .filter((line) => line.in !== other)
              .map(textOf)
              .join('\n')
              .replace(/([^{[])\n(?!\s*[}\]])/g, '$1,\n'),
          );
        const sorted = (each: unknown) => JSON.parse(JSON.stringify(each));
        expect(side('before')).toEqual(sorted(after));
        expect(side('after')).toEqual(sorted(before));
        expect(await changes(after, after)).toEqual([]);
      }),
    );
  });

  it('is shown alone, with what it is in', async () => {
    const [before, after] = [1, 2].map((n) => ({ same: 1, a: { same: [1, 2], b: { n } }, z: [{}] }));
    expect(signed(changesOnly(await ofJson(before, after)))).toEqual([
      ' {',
      '   "a": {',
      '     "b": {',
      '-      "n": 1',
      '+      "n": 2',
    ]);
    expect(signed(changesOnly((await differences(['a', 'b'], ['a', 'c'])) ?? []))).toEqual(['-b', '+c']);
  });

  it('of what is not both JSON is one of text, of what is not both text one of bytes', () => {
    expect(finish(sidesOf('{"a":1}', 'hello')).as).toBe('text');
    expect(finish(sidesOf('hello', Uint8Array.of(0, 255)))).toEqual({
      as: 'bytes',
      before: ['68 65 6c 6c 6f  hello'],
      after: ['00 ff  ..'],
    });
  });

  it('is shown with three lines around it, and says how many are left out', async () => {
    const before = Array.from({ length: 30 }, (_, line) => `line ${line}`);
    const after = before.with(20, 'new');
    const shown = withContext((await differences(before, after)) ?? []);
    expect(shown.map((line) => ('left' in line ? line.left : line.in))).toEqual([
      17,
      ...Array(3).fill('both'),
      'before',
      'after',
      ...Array(3).fill('both'),
      6,
    ]);
  });
});
