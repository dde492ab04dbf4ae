import { min } from '#hook/natives.ts';
import { defaultLimits, type Limits, NOBODY } from '#protocol';
import { type Content, forget } from './content.ts';
import { type Fact, weightOf } from './fact.ts';
import { type Queue, queue } from './queue.ts';

/** How many changes of sockets' lives are kept: they are few, small, and worth more than any message. */
const MOMENTS = 20_000;

/** How much more is kept of what a reader has not had yet, before it is lost. */
const PATIENCE = 8;

/** The facts that are kept: the newest, within the limits. */
export interface Kept {
  limits(): Limits;
  limit(limits: Limits): void;
  add(fact: Fact): void;
  /** All readers have had everything up to that number: it is not kept for them. */
  spare(had: number): void;
  /** What gives the facts above a number in their order, one with each call. */
  above(n: number): () => Fact | undefined;
}

export function keeping(): Kept {
  const moments = queue<Fact>();
  const frames = queue<Fact>();
  let limits = defaultLimits;
  /** What the frames take of the byte limit. */
  let bytes = 0;
  /** Up to which number all readers have had everything. */
  let had = NOBODY;

  /** Whether the oldest is to go: with patience where somebody has not had it yet. */
  const tooMuch = (of: Queue<Fact>, size: number, limit: number) =>
    size > limit && (size > limit * PATIENCE || (of.at(0)?.n ?? 0) <= had);

  function evict(): void {
    while (tooMuch(moments, moments.length(), MOMENTS)) moments.shift();
    while (
      frames.length() > min(limits.events, 1) &&
      (tooMuch(frames, frames.length(), limits.events) || tooMuch(frames, bytes, limits.bytes))
    ) {
      const oldest = frames.shift();
      bytes -= weightOf(oldest);
      forget(oldest.content as Content);
    }
  }

  return {
    limits: () => limits,
    limit(those) {
      limits = those;
      evict();
    },
    add(fact) {
      (fact.content === undefined ? moments : frames).push(fact);
      bytes += weightOf(fact);
      evict();
    },
    spare(number) {
      had = number;
    },
    above(n) {
      let moment = firstAbove(moments, n);
      let frame = firstAbove(frames, n);
      return () => {
        const nextMoment = moments.at(moment);
        const nextFrame = frames.at(frame);
        if (nextFrame && !(nextMoment && nextMoment.n < nextFrame.n)) {
          frame++;
          return nextFrame;
        }
        moment++;
        return nextMoment;
      };
    },
  };
}

/** Position of the first fact in a queue whose number is above `n`. */
function firstAbove(facts: Queue<Fact>, n: number): number {
  let low = 0;
  let high = facts.length();
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts.at(middle)?.n ?? 0) > n) high = middle;
    else low = middle + 1;
  }
  return low;
}
