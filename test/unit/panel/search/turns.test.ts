import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turns } from '#panel/search/turns.ts';

const FRAME = 16;

/** Turns with so much to take and to find, which nobody waits for, in steps; and what was drawn of it. */
function surround() {
  const state = { left: 0, unfound: 0, taken: 0, found: 0, wrong: false, faults: 0 };
  const drawn = { table: 0, rest: 0, order: [] as string[] };
  const turns = new Turns(
    {
      get length() {
        return Math.ceil(state.left / 5);
      },
      advance() {
        const step = Math.min(1, state.left);
        state.left -= step;
        state.taken += step;
        state.unfound += step;
        if (step > 0) turns.touch();
        return state.left === 0;
      },
    },
    {
      isAwaited: false,
      advance() {
        if (state.wrong) throw new RangeError('Invalid time value');
        state.found += state.unfound;
        state.unfound = 0;
        return true;
      },
      isReady: () => false,
      present: () => undefined,
    },
    () => state.faults++,
  );
  turns.found.subscribe(() => {
    drawn.table = state.found;
    drawn.order.push('table');
  });
  turns.revision.subscribe(() => {
    drawn.rest = state.taken;
    drawn.order.push('rest');
  });
  drawn.order.length = 0;
  const come = (count: number) => {
    state.left += count;
    turns.schedule();
  };
  return { turns, state, drawn, come };
}

/** A channel whose messages come by the clock of the test, some ms later: the browser was busy. */
class Channel {
  static busy = 4;
  readonly port1 = { onmessage: () => undefined, close: () => undefined };
  readonly port2 = { postMessage: () => setTimeout(() => this.port1.onmessage(), Channel.busy) };
}

describe('turns', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('MessageChannel', Channel);
    vi.stubGlobal('document', { hidden: false });
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => setTimeout(call, FRAME));
    vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  });
  afterEach(() => {
    Channel.busy = 4;
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('draw all that has come, in the table and in the rest, whenever it came', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))), (arrivals) => {
        const { drawn, come } = surround();
        let all = 0;
        for (const [pause, count] of arrivals) {
          vi.advanceTimersByTime(pause);
          come(count);
          all += count;
        }
        vi.advanceTimersByTime(10_000);
        expect([drawn.table, drawn.rest]).toEqual([all, all]);
      }),
    );
  });

  it('draw by turns the table and the rest while something comes', () => {
    const { drawn, come } = surround();
    come(50);
    vi.advanceTimersByTime(10_000);
    expect(drawn.order[0]).toBe('table');
    const twice = drawn.order.filter((what, i) => what === drawn.order[i + 1]);
    expect([drawn.order.length > 6, twice]).toEqual([true, []]);
  });

  it('draw again soon after a frame that took minutes, as where the machine slept', () => {
    const { drawn, come } = surround();
    Channel.busy = 60_000;
    come(1);
    vi.advanceTimersByTime(200_000);
    Channel.busy = 4;
    come(1);
    vi.advanceTimersByTime(2000);
    expect([drawn.table, drawn.rest]).toEqual([2, 2]);
  });

  it('go on where the panel is not to be seen and has no frames', () => {
    vi.stubGlobal('document', { hidden: true });
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const { state, come } = surround();
    come(20);
    vi.advanceTimersByTime(1000);
    expect(state.taken).toBe(20);
  });

  it('go on after one in which something was thrown', () => {
    const { state, come } = surround();
    state.wrong = true;
    come(3);
    vi.advanceTimersByTime(1000);
    expect(state.faults).toBeGreaterThan(0);
    state.wrong = false;
    come(3);
    vi.advanceTimersByTime(1000);
    expect([state.taken, state.found]).toEqual([6, 6]);
  });

  it('go on where it was hidden while a frame was waited for', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const { state, come } = surround();
    come(6);
    vi.advanceTimersByTime(5000);
    expect(state.taken).toBe(6);
  });
});
