import { describe, expect, it } from 'vitest';
import { chooseByClick } from '#panel/views/sockets/choice.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false };
const click = (chosen: number[], at: number, keys = {}, anchor = 0) =>
  [...chooseByClick(new Set(chosen), anchor, at, { ...plain, ...keys }).sockets].sort();

describe('choosing sockets by click', () => {
  it('takes one, and lets it go when it is clicked again', () => {
    expect(click([0, 1], 3)).toEqual([3]);
    expect(click([3], 3)).toEqual([]);
  });

  it('takes one more or less with Ctrl or ⌘', () => {
    expect(click([1], 3, { ctrlKey: true })).toEqual([1, 3]);
    expect(click([1, 3], 3, { metaKey: true })).toEqual([1]);
  });

  it('takes all between with Shift, either way', () => {
    expect(click([2], 4, { shiftKey: true }, 2)).toEqual([2, 3, 4]);
    expect(click([2], 0, { shiftKey: true }, 2)).toEqual([0, 1, 2]);
  });
});
