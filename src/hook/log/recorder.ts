import { min, stringify } from '#hook/natives.ts';
import type { Limits, Read, Reading } from '#protocol';
import { setAside } from './aside.ts';
import { type Fact, weightOf, written } from './fact.ts';
import { keeping } from './kept.ts';

/**
 * A batch is closed after this many events, this much JSON in UTF-16 units, which a panel reads in one turn, or this
 * much payload in bytes: the more a Blob carries, the less is paid for making it.
 */
const BATCH_EVENTS = 10_000;
const BATCH_TEXT = 2 ** 21;
const BATCH_BYTES = 2 ** 24;

/**
 * An event of more JSON than this, in UTF-16 units, is counted as lost: long payloads travel beside it, so it is a page's
 * play with arguments, and a port takes no more than 64 MiB.
 */
const HUGE = 2 ** 24;

/** The bounded, numbered log. It knows nothing of who reads: only up to where all have had everything. */
export interface Recorder {
  /** What is kept; of no events where nothing is to be recorded at all. */
  limits(): Limits;
  limit(limits: Limits): void;
  /** Numbers a fact and keeps it. */
  add(fact: Fact): void;
  /** Does something for the record of a socket; what goes wrong in that is counted as a loss and nothing else. */
  attempt(socket: number, act: () => void): void;
  /** Keeps the fact that a function finds; what goes wrong in that is counted as a loss and nothing else. */
  note(socket: number, find: () => Fact): void;
  /** The next batch after an event number, and the JSON of its events in their order. */
  read(read: Read): Reading & { readonly events: string };
}

/** @param more called at the first event, and at the first one after a read that left nothing */
export function recording(more: () => void): Recorder {
  const { limits, limit, add: keep, spare, above } = keeping();
  /** Per socket number, how many events it has had, kept or not. */
  const counts = { __proto__: null } as unknown as Record<number, number>;
  let count = 0;
  /** Whether the next event is to be told of: nobody knows yet that there is more to read. */
  let quiet = true;

  /** Uses up a number; where that is all, something about a socket could not be recorded, and counts as lost. */
  function use(socket: number): void {
    counts[socket] = (counts[socket] ?? 0) + 1;
    count++;
    if (!quiet) return;
    quiet = false;
    more();
  }

  function add(fact: Fact): void {
    fact.n = count + 1;
    keep(fact);
    use(fact.socket);
  }

  function attempt(socket: number, act: () => void): void {
    try {
      act();
    } catch {
      use(socket);
    }
  }

  function note(socket: number, find: () => Fact): void {
    try {
      const fact = find();
      if (limits().events > 0) add(fact);
    } catch {
      use(socket);
    }
  }

  function read({ after, gap, now, others }: Read): Reading & { readonly events: string } {
    const aside = setAside();
    const next = above(after);
    let text = '';
    let bytes = 0;
    let last = after;
    let events = 0;
    while (events < BATCH_EVENTS && text.length < BATCH_TEXT && bytes < BATCH_BYTES) {
      const fact = next();
      if (!fact) {
        if (last < count) last = count;
        break;
      }
      last = fact.n;
      const json = written(fact, aside);
      if (json.length > HUGE) continue;
      text += (text && ',') + json;
      bytes += weightOf(fact);
      events++;
    }
    const all = last === count;
    const missing = gap || last - after > events;
    spare(min(last, others));
    quiet ||= all;
    return {
      events: `[${text}]`,
      bytes: aside.finish(now),
      last,
      all,
      gap: missing && !all,
      counts: missing && all ? stringify(counts) : '',
    };
  }

  return { limits, limit, add, attempt, note, read };
}
