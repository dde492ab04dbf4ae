import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '#model';
import { withContext } from '#panel/views/details/compare/context.ts';
import { type DiffLine, differences } from '#panel/views/details/compare/differences.ts';
import { sidesOf } from '#panel/views/details/compare/sides.ts';

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

  it('of JSON does not mind the order of keys, nor a comma that a new value brings', async () => {
    const { as, before, after } = finish(sidesOf('{"b":1,"list":[1]}', '{"list":[1,2],"b":1}'));
    expect(as).toBe('json');
    expect(signed(await differences(before, after)).filter((line) => !line.startsWith(' '))).toEqual([
      '+    2',
    ]);
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
