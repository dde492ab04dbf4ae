import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, JsonOutline, readJsonTree } from '#model';
import { treeMove } from '#panel/views/details/payload/json/tree-keys.ts';
import { TypeAhead } from '#panel/views/details/payload/json/type-ahead.ts';

const outline = (text: string) => {
  const tree = finish(readJsonTree(text));
  if (!tree) throw new Error('no JSON');
  return new JsonOutline(tree, 100);
};

describe('the keys of a tree', () => {
  const shown = outline('{"a":[1,2],"b":{},"c":3}');
  const move = (key: string, active: number) => treeMove(key, shown, active, 3);

  it('move among the lines, and not out of them', () => {
    expect([move('ArrowDown', 0), move('ArrowUp', 0), move('End', 0), move('Home', 4)]).toEqual([
      { to: 1 },
      { to: 0 },
      { to: 5 },
      { to: 0 },
    ]);
    expect([move('PageDown', 1), move('PageDown', 4), move('PageUp', 4)]).toEqual([
      { to: 4 },
      { to: 5 },
      { to: 1 },
    ]);
  });

  it('go inwards: open what is closed, then to what is in it', () => {
    expect(move('ArrowRight', 1)).toEqual({ to: 2 });
    shown.toggle(1);
    expect(move('ArrowRight', 1)).toBe('toggle');
    shown.toggle(1);
    expect([move('ArrowRight', 2), move('ArrowRight', 4)]).toEqual([undefined, undefined]);
  });

  it('go outwards: close what is open, then to what it is in', () => {
    expect(move('ArrowLeft', 1)).toBe('toggle');
    expect(move('ArrowLeft', 3)).toEqual({ to: 1 });
    expect(move('ArrowLeft', 5)).toEqual({ to: 0 });
  });

  it('open and close with Enter and Space where there is something in it', () => {
    expect([move('Enter', 0), move(' ', 1), move('Enter', 2)]).toEqual(['toggle', 'toggle', undefined]);
  });
});

describe('letters typed in a tree', () => {
  const shown = outline('{"price":1,"pair":"x","time":[5,6],"Pages":2}');
  const type = (from: number, ...presses: readonly (readonly [key: string, now: number])[]) => {
    const typeAhead = new TypeAhead();
    let at: number | undefined = from;
    for (const [key, now] of presses) at = typeAhead.type(key, shown, at ?? from, now);
    return at;
  };

  it('lead to the next line that begins so, whatever its case, and around', () => {
    expect([type(0, ['p', 0]), type(1, ['p', 0]), type(2, ['P', 0]), type(6, ['p', 0])]).toEqual([
      1, 2, 6, 1,
    ]);
    expect([type(0, ['1', 0]), type(0, ['q', 0]), type(0, ['F1', 0]), type(0, [' ', 0])]).toEqual([
      5,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are one word while they come quickly; the same again goes on', () => {
    expect(type(0, ['p', 0], ['a', 100], ['g', 200])).toBe(6);
    expect(type(0, ['p', 0], ['t', 5000])).toBe(3);
    expect(type(0, ['p', 0], ['p', 100], ['p', 200])).toBe(6);
  });

  it('lead to no other line than one that begins with all of them', () => {
    expect(type(0, ['q', 0], ['t', 100])).toBeUndefined();
    const letters = fc.array(fc.constantFrom(...'paictmegsx '), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(letters, (keys) => {
        const typeAhead = new TypeAhead();
        const name = (line: number) => (shown.path(line).match(/\w+/g) ?? ['{'])[0]?.toLowerCase() ?? '';
        let at = 0;
        keys.forEach((key, press) => {
          const to = typeAhead.type(key, shown, at, press * 100);
          if (to !== undefined && shown.line(to).depth === 1) expect(name(to)).toContain(typeAhead.typed);
          at = to ?? at;
        });
      }),
    );
  });

  it('find a line however many there are', () => {
    const many = outline(JSON.stringify([...Array(200_000).fill(1), { needle: 2 }]));
    many.openLevels(9);
    const typeAhead = new TypeAhead();
    const found = [...'needle'].map((letter, press) => typeAhead.type(letter, many, 3, press));
    expect(new Set(found)).toEqual(new Set([200_002]));
  });
});
