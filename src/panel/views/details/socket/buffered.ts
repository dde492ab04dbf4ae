import type { BufferedSample } from '#model';
import { highest } from '#panel/views/axis/lanes/buffered.ts';

/** A stretch of time in which something waited to be sent. Times in ms since the epoch. */
export interface Drain {
  readonly from: number;
  readonly to: number;
}

/** What waited to be sent over a socket, at most: bytes, and when, in ms since the epoch. */
export function mostBuffered(samples: readonly BufferedSample[]): BufferedSample | undefined {
  let most: BufferedSample | undefined;
  for (const sample of samples) if (sample.amount > (most?.amount ?? 0)) most = sample;
  return most;
}

/**
 * The longest time that the buffer took to drain: from the first bytes that waited until none did.
 * @param end where what still waits is counted to, in ms since the epoch
 */
export function longestDrain(samples: readonly BufferedSample[], end: number): Drain | undefined {
  let longest: Drain | undefined;
  let from: number | undefined;
  const drained = (to: number) => {
    if (from !== undefined && to - from > (longest ? longest.to - longest.from : 0)) longest = { from, to };
    from = undefined;
  };
  for (const { time, amount } of samples) {
    if (amount === 0) drained(time);
    else from ??= time;
  }
  drained(end);
  return longest;
}

/** What a chart shows: where each step begins, in ms since the epoch, and the most that waited in it, in bytes. */
export type Steps = [times: Float64Array, amounts: Float64Array];

/** `bufferedAmount` from one time to another in so many steps, however many samples there are: no peak is left out. */
export function stepsOf(samples: readonly BufferedSample[], { from, to }: Drain, count: number): Steps {
  const length = (to - from) / count;
  const times = Float64Array.from({ length: count + 1 }, (_, step) => from + step * length);
  return [times, times.map((time) => highest(samples, time, time + length))];
}
