// @vitest-environment happy-dom
import { effect } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { Turns } from '#panel/turns.ts';

/** Notes in order what moves, and every turn of work that takes so many. */
function noted(turns: number) {
  const moves: string[] = [];
  const work = {
    left: turns,
    advance() {
      moves.push('turn');
      return --this.left <= 0;
    },
    isReady: () => false,
    present: () => undefined,
  };
  const own = new Turns(work);
  effect(() => void (own.found.value > 0 && moves.push('found')));
  effect(() => void (own.revision.value > 0 && moves.push('revision')));
  const count = (move: string) => moves.filter((each) => each === move).length;
  return { moves, work, turns: own, count };
}

describe('turns', () => {
  it('are drawn when all is done, the table first', async () => {
    const { moves, turns } = noted(1);
    turns.touch();
    await vi.waitFor(() => expect(moves).toEqual(['turn', 'found', 'revision']));
  });

  it('show changes while much is being looked for, and all that was found in the end', async () => {
    const { moves, work, turns, count } = noted(Number.POSITIVE_INFINITY);
    for (const times of [1, 2]) {
      turns.touch();
      await vi.waitFor(() => expect(count('revision')).toBe(times));
    }
    turns.touch();
    work.left = 3;
    const isDrawn = () => moves.lastIndexOf('found') > moves.lastIndexOf('turn');
    await vi.waitFor(() => expect([work.left <= 0, count('revision'), isDrawn()]).toEqual([true, 3, true]));
  });

  it('have looked at all that came before the table is drawn', async () => {
    const { moves, turns } = noted(1);
    turns.schedule();
    await vi.waitFor(() => expect(moves).toContain('turn'));
    moves.length = 0;
    turns.touch();
    await vi.waitFor(() => expect(moves.at(-1)).toBe('revision'));
    expect(moves.indexOf('turn')).toBe(0);
  });

  it('draw what nobody waits for now and then only', async () => {
    const { turns, count } = noted(40);
    turns.schedule();
    await vi.waitFor(() => expect(count('turn')).toBe(40));
    expect(count('found')).toBeLessThan(20);
  });
});
