import { min, seal, stringify } from '#hook/natives.ts';
import { defaultLimits, type Limits, NOBODY, type Read, type Reading } from '#protocol';
import { Aside } from './aside.ts';
import { type Fact, Frame } from './fact.ts';
import { Queue } from './queue.ts';

/** How many changes of sockets' lives are kept: they are few, small, and worth more than any message. */
const MOMENTS = 20_000;

/** How much more is kept of what a reader has not had yet, before it is lost. */
const PATIENCE = 8;

/**
 * A batch is closed after this many events, this much JSON in UTF-16 units, which a panel reads in one turn, or this
 * much payload in bytes: the more a Blob carries, the less is paid for making it.
 */
const BATCH_EVENTS = 10_000;
const BATCH_TEXT = 2 ** 21;
const BATCH_BYTES = 2 ** 24;

/** The bounded, numbered log. It knows nothing of who reads: only up to where all have had everything. */
export class Recorder {
  readonly #more: () => void;
  readonly #moments = new Queue<Fact>();
  readonly #frames = new Queue<Frame>();
  /** Per socket number, how many events it has had, kept or not. */
  readonly #counts = { __proto__: null } as unknown as Record<number, number>;
  #limits = defaultLimits;
  /** What the frames take of the byte limit. */
  #bytes = 0;
  #count = 0;
  /** Whether the next event is to be told of: nobody knows yet that there is more to read. */
  #quiet = true;
  /** Up to which number all readers have had everything. */
  #had = NOBODY;

  /** @param more called at the first event, and at the first one after a read that left nothing */
  constructor(more: () => void) {
    this.#more = more;
  }

  /** Whether anything is to be recorded at all. */
  get on(): boolean {
    return this.#limits.events > 0;
  }

  /** The most that is kept of one payload, in bytes or UTF-16 units. */
  get payloadLimit(): number {
    return this.#limits.payload;
  }

  limit(limits: Limits): void {
    this.#limits = limits;
    this.#evict();
  }

  /** Numbers a fact and keeps it. */
  add(fact: Fact): void {
    fact.n = this.#number(fact.socket);
    if (fact instanceof Frame) {
      this.#frames.push(fact);
      this.#bytes += fact.weight;
    } else this.#moments.push(fact);
    this.#evict();
    this.#tell();
  }

  /** Keeps the fact that a function finds; what goes wrong in that is counted as a loss and nothing else. */
  note(socket: number, find: () => Fact): void {
    try {
      const fact = find();
      if (this.on) this.add(fact);
    } catch {
      this.lose(socket);
    }
  }

  /** Something about a socket could not be recorded: its number is used up, so that it counts as lost. */
  lose(socket: number): void {
    this.#number(socket);
    this.#tell();
  }

  /** All readers have had everything up to that number: it is not kept for them. */
  spare(had: number): void {
    this.#had = had;
  }

  /** The next batch after an event number, and the JSON of its events in their order. */
  read({ after, gap, now, others }: Read): Reading & { readonly events: string } {
    const aside = new Aside();
    let moment = above(this.#moments, after);
    let frame = above(this.#frames, after);
    let text = '';
    let bytes = 0;
    let last = after;
    let events = 0;
    for (; events < BATCH_EVENTS && text.length < BATCH_TEXT && bytes < BATCH_BYTES; events++) {
      const nextMoment = this.#moments.at(moment);
      const nextFrame = this.#frames.at(frame);
      const next = !nextFrame || (nextMoment && nextMoment.n < nextFrame.n) ? nextMoment : nextFrame;
      if (!next) {
        last = this.#count;
        break;
      }
      if (next === nextMoment) moment++;
      else frame++;
      text += (text && ',') + next.write(aside);
      bytes += next.weight;
      last = next.n;
    }
    const all = last === this.#count;
    const missing = gap || last - after > events;
    this.#had = min(last, others);
    this.#quiet ||= all;
    return {
      events: `[${text}]`,
      bytes: aside.finish(now),
      last,
      all,
      gap: missing && !all,
      counts: missing && all ? stringify(this.#counts) : '',
    };
  }

  #number(socket: number): number {
    this.#counts[socket] = (this.#counts[socket] ?? 0) + 1;
    return ++this.#count;
  }

  #tell(): void {
    if (!this.#quiet) return;
    this.#quiet = false;
    this.#more();
  }

  #evict(): void {
    const { events, bytes } = this.#limits;
    while (this.#tooMuch(this.#moments, this.#moments.length, MOMENTS)) this.#moments.shift();
    const frames = this.#frames;
    while (
      frames.length > min(events, 1) &&
      (this.#tooMuch(frames, frames.length, events) || this.#tooMuch(frames, this.#bytes, bytes))
    ) {
      const oldest = frames.shift() as Frame;
      this.#bytes -= oldest.weight;
      oldest.release();
    }
  }

  /** Whether the oldest is to go: with patience where somebody has not had it yet. */
  #tooMuch(queue: Queue<Fact>, size: number, limit: number): boolean {
    return size > limit && (size > limit * PATIENCE || (queue.at(0)?.n ?? 0) <= this.#had);
  }
}

seal(Recorder);

/** Position of the first fact in a queue whose number is above `n`. */
function above(queue: Queue<Fact>, n: number): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue.at(middle)?.n ?? 0) > n) high = middle;
    else low = middle + 1;
  }
  return low;
}
