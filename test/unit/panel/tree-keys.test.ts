import { describe, expect, it } from 'vitest';
import { finish, JsonOutline, readJsonTree } from '#model';
import { treeMove } from '#panel/views/details/json/tree-keys.ts';

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
