import { describe, expect, it } from 'vitest';
import { byteMove } from '#panel/views/details/payload/bytes/byte-keys.ts';
import { bytesThatFit } from '#panel/views/details/payload/bytes/fit.ts';

const move = (key: string, at: number, ctrlKey = false) => byteMove({ key, ctrlKey }, at, 100, 16, 2);

describe('the keys of the bytes', () => {
  it('move by byte, row and page, and not out of the bytes', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => move(key, 20))).toEqual([
      21, 19, 36, 4,
    ]);
    expect([move('PageDown', 20), move('PageUp', 20), move('ArrowDown', 99), move('ArrowUp', 3)]).toEqual([
      52, 0, 99, 0,
    ]);
  });

  it('go to the ends of the row, with Ctrl of all', () => {
    expect([move('Home', 20), move('End', 20), move('End', 98)]).toEqual([16, 31, 99]);
    expect([move('Home', 20, true), move('End', 20, true), move('x', 20)]).toEqual([0, 99, undefined]);
  });

  it('count in rows of fewer bytes where there is room for no more', () => {
    expect(byteMove({ key: 'ArrowDown', ctrlKey: false }, 20, 100, 8, 2)).toBe(28);
    expect(byteMove({ key: 'Home', ctrlKey: false }, 20, 100, 8, 2)).toBe(16);
    expect([1400, 520, 400, 300, 200, 0].map((width) => bytesThatFit(width, 6.6))).toEqual([
      16, 8, 8, 4, 4, 16,
    ]);
  });
});
