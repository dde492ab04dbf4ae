import type { BufferedSample } from '#model';

/** Position of the first sample that is not before `time`. */
export function sampleFrom(samples: readonly BufferedSample[], time: number): number {
  let [low, high] = [0, samples.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `bufferedAmount` at a time, in bytes, as far as the samples tell: each holds until the next. */
export function bufferedAt(samples: readonly BufferedSample[], time: number): number {
  const after = sampleFrom(samples, time);
  const at = samples[after]?.time === time ? after : after - 1;
  return samples[at]?.amount ?? 0;
}

/** The highest `bufferedAmount` from one time to another, in bytes. */
export function highest(samples: readonly BufferedSample[], from: number, to: number): number {
  let most = bufferedAt(samples, from);
  for (let i = sampleFrom(samples, from); i < samples.length; i++) {
    const sample = samples[i];
    if (!sample || sample.time >= to) break;
    most = Math.max(most, sample.amount);
  }
  return most;
}
