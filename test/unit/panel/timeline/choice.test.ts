import { describe, expect, it } from 'vitest';
import { chooseByClick, isChosen } from '#panel/views/timeline/heads/choice.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false };

/** Lanes by the indexes of the sockets that they stand for. */
const lanesOf = (indexes: readonly (readonly number[])[]) =>
  indexes.map((own) => ({ sockets: own.map((index) => ({ index }) as never) }));

const single = lanesOf([[0], [1], [2], [3], [4]]);

const click = (chosen: number[], at: number, keys = {}, anchor = 0, lanes = single) =>
  [...chooseByClick(lanes, new Set(chosen), anchor, at, { ...plain, ...keys }).sockets].sort();

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

  it('takes all sockets of a lane that stands for several', () => {
    const lanes = lanesOf([[0], [1, 3, 5], [2]]);
    expect(click([], 1, {}, 0, lanes)).toEqual([1, 3, 5]);
    expect(click([1, 3, 5], 1, {}, 0, lanes)).toEqual([]);
    expect(click([2, 1, 3, 5], 1, { ctrlKey: true }, 0, lanes)).toEqual([2]);
    const group = { sockets: lanes[1]?.sockets ?? [] };
    expect([new Set([1, 3]), new Set([5, 3, 1])].map((chosen) => isChosen(chosen, group))).toEqual([
      false,
      true,
    ]);
  });
});
