import { describe, expect, it } from 'vitest';
import { byteMove } from '#panel/views/details/bytes/byte-keys.ts';

const move = (key: string, at: number, ctrlKey = false) => byteMove({ key, ctrlKey }, at, 100, 2);

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
});
