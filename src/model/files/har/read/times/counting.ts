import { isSmall, type Unit, unitOf } from './units.ts';

/** The times of an entry's messages, as they are written. */
export interface Written {
  readonly times: Iterable<number>;
  /** How long the entry took, in ms; 0 or less where unknown. */
  readonly lasted: number;
}

/**
 * What the times of a file count from: the epoch, in whatever unit; the start of their entry, in seconds or in ms; or
 * seconds from anywhere, as the monotonic clock of the DevTools protocol does.
 */
const countings = ['epoch', 'seconds', 'milliseconds', 'monotonic'] as const;

export type Counting = (typeof countings)[number];

/** Within this many ms an entry that does not say how long it took may still be counting. */
const PATIENCE = 60_000;

/** An entry may have been measured that much too short, in ms. */
const SLACK = 1000;

/** How a file counts, by what most of its times can be. */
export interface FileTimes {
  readonly counting: Counting;
  /** The unit of most that count from the epoch. */
  readonly unit: Unit | undefined;
}

/** Looks at the times of all entries of a file. */
export function fileTimes(entries: Iterable<Written>): FileTimes {
  const votes = new Map<Counting, number>();
  const units = new Map<Unit, number>();
  let zeros = 0;
  for (const { times, lasted } of entries)
    for (const time of times) {
      const unit = unitOf(time);
      if (unit) units.set(unit, (units.get(unit) ?? 0) + 1);
      else if (time === 0) zeros++;
      const counting = unit ? 'epoch' : countingOf(time, lasted);
      if (counting) votes.set(counting, (votes.get(counting) ?? 0) + 1);
    }
  const instead = zeros > 0 ? 'seconds' : 'epoch';
  return { counting: most(countings, votes) ?? instead, unit: most(units.keys(), units) };
}

/** What a time that does not count from the epoch counts from. Zero tells nothing: many write it for no time. */
function countingOf(time: number, lasted: number): Counting | undefined {
  if (!isSmall(time) || time === 0) return undefined;
  if (time * 1000 <= (lasted > 0 ? lasted + SLACK : PATIENCE)) return 'seconds';
  return lasted > 0 && time <= lasted + SLACK ? 'milliseconds' : 'monotonic';
}

/** The first with the most votes. */
function most<T>(all: Iterable<T>, votes: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  for (const one of all)
    if ((votes.get(one) ?? 0) > (best === undefined ? 0 : (votes.get(best) ?? 0))) best = one;
  return best;
}
