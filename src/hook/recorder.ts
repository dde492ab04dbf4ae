import { type Batch, defaultLimits, type Limits, type Outcome } from '#protocol';
import { Aside } from './aside.ts';
import { type Fact, Frame } from './fact.ts';
import { list, min, seal } from './natives.ts';
import { Queue } from './queue.ts';

/** A panel that reads the log. It stays known after it detached: what it lost meanwhile is counted for it. */
interface Reader {
  readonly name: string;
  attached: boolean;
  /** Number of the last event handed over. */
  last: number;
  /** Whether a batch is under way that has not been acknowledged. */
  waiting: boolean;
  /** Per socket number, how many events were evicted before this reader could have them. */
  lost: Record<number, number>;
  lostChanged: boolean;
}

export interface Surroundings {
  /** `performance.timeOrigin`: ms since the epoch. */
  readonly origin: number;
  /** Runs a task after some ms. */
  readonly later: (task: () => void, delay: number) => void;
  readonly deliver: (batch: Batch) => void;
  /** Called once, when there is something to read for the first time. */
  readonly begin: () => void;
}

/** How many changes of sockets' lives are kept: they are few, small, and worth more than any message. */
const MOMENTS = 20_000;

/** How much more is kept for an attached reader that has not had it yet, before it is lost. */
const PATIENCE = 8;

/** How long events gather into a batch, in ms: a batch costs the page some 200 µs, whatever is in it. */
const GATHER = 40;

/**
 * A batch is closed after this many events, this much JSON in UTF-16 units, which a panel reads in one turn, or this
 * much payload in bytes: the more a Blob carries, the less is paid for making it.
 */
const BATCH_EVENTS = 10_000;
const BATCH_TEXT = 2 ** 21;
const BATCH_BYTES = 2 ** 24;

const READERS = 16;

/**
 * The bounded, numbered log. With no reader attached nothing leaves it; a reader gets what came after the last
 * event that it has, in batches, the next one when it has acknowledged the one before.
 */
export class Recorder {
  readonly #around: Surroundings;
  readonly #moments = new Queue<Fact>();
  readonly #frames = new Queue<Fact>();
  readonly #readers = list<Reader>();
  /** Per socket number, how many events were evicted since the document began. */
  readonly #evicted: Record<number, number> = bare({});
  #limits = defaultLimits;
  #bytes = 0;
  #count = 0;
  #scheduled = false;
  /** Whether the document is going away, so that what happens is handed over at once. */
  #leaving = false;

  constructor(around: Surroundings) {
    this.#around = around;
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
    fact.n = ++this.#count;
    if (fact.n === 1) this.#around.begin();
    if (fact instanceof Frame) {
      this.#frames.push(fact);
      this.#bytes += fact.weight;
    } else this.#moments.push(fact);
    this.#evict();
    if (this.#leaving) this.flush();
    else this.#schedule();
  }

  /** Something about a socket could not be recorded: it counts as lost, for every reader. */
  lose(socket: number): void {
    this.#forget({ n: ++this.#count, socket });
    this.#schedule();
  }

  attach(name: string, after: number): void {
    const reader = this.#reader(name) ?? this.#newReader(name);
    reader.attached = true;
    reader.last = after;
    reader.waiting = false;
    reader.lostChanged = true;
    this.#hand(reader, []);
  }

  detach(name: string): void {
    const reader = this.#reader(name);
    if (reader) reader.attached = false;
  }

  acknowledge(name: string): void {
    const reader = this.#reader(name);
    if (!reader) return;
    reader.waiting = false;
    if (this.#behind(reader)) this.#schedule();
  }

  /** Says what became of a command; with it goes what the command caused. */
  answer(name: string, outcome: Outcome): void {
    const reader = this.#reader(name);
    if (reader) this.#hand(reader, [outcome]);
  }

  /**
   * Hands everything over at once, acknowledged or not: the document may be going away. It may also stay, so things
   * are as always again a second later.
   */
  flush(): void {
    if (!this.#leaving) {
      this.#leaving = true;
      this.#around.later(() => {
        this.#leaving = false;
      }, 1000);
    }
    for (let i = 0; i < this.#readers.length; i++) {
      const reader = this.#readers[i] as Reader;
      while (reader.attached && this.#behind(reader)) this.#hand(reader, []);
    }
  }

  #reader(name: string): Reader | undefined {
    for (let i = 0; i < this.#readers.length; i++)
      if (this.#readers[i]?.name === name) return this.#readers[i];
    return undefined;
  }

  #newReader(name: string): Reader {
    const lost = bare({ ...this.#evicted });
    const reader = bare({ name, attached: true, last: 0, waiting: false, lost, lostChanged: true });
    const place = this.#readers.length < READERS ? this.#readers.length : this.#idleReader();
    this.#readers[place] = reader;
    return reader;
  }

  #idleReader(): number {
    for (let i = 0; i < this.#readers.length; i++) if (!this.#readers[i]?.attached) return i;
    return 0;
  }

  #behind = (reader: Reader) => reader.last < this.#count || reader.lostChanged;

  #schedule(): void {
    if (this.#scheduled || !this.#somebodyIsReady()) return;
    this.#scheduled = true;
    this.#around.later(() => {
      this.#scheduled = false;
      for (let i = 0; i < this.#readers.length; i++) {
        const reader = this.#readers[i] as Reader;
        if (reader.attached && !reader.waiting && this.#behind(reader)) this.#hand(reader, []);
      }
    }, GATHER);
  }

  #somebodyIsReady(): boolean {
    for (let i = 0; i < this.#readers.length; i++) {
      const reader = this.#readers[i] as Reader;
      if (reader.attached && !reader.waiting) return true;
    }
    return false;
  }

  #hand(reader: Reader, outcomes: readonly Outcome[]): void {
    const aside = new Aside();
    const events = this.#write(reader, aside);
    const bytes = aside.finish(this.#leaving);
    reader.waiting = true;
    const lost = reader.lostChanged ? pairs(reader.lost) : [];
    reader.lostChanged = false;
    this.#around.deliver({ reader: reader.name, origin: this.#around.origin, events, bytes, lost, outcomes });
  }

  /** The JSON of what comes next for a reader, in order of number. */
  #write(reader: Reader, aside: Aside): string {
    let moment = after(this.#moments, reader.last);
    let frame = after(this.#frames, reader.last);
    let text = '';
    let bytes = 0;
    for (let events = 0; events < BATCH_EVENTS && text.length < BATCH_TEXT && bytes < BATCH_BYTES; events++) {
      const nextMoment = this.#moments.at(moment);
      const nextFrame = this.#frames.at(frame);
      const next = !nextFrame || (nextMoment && nextMoment.n < nextFrame.n) ? nextMoment : nextFrame;
      if (!next) break;
      if (next === nextMoment) moment++;
      else frame++;
      text += (text === '' ? '' : ',') + next.write(aside);
      bytes += next.weight;
      reader.last = next.n;
    }
    if (!this.#moments.at(moment) && !this.#frames.at(frame)) reader.last = this.#count;
    return `[${text}]`;
  }

  #evict(): void {
    const { events, bytes } = this.#limits;
    while (this.#moments.length > MOMENTS) this.#forget(this.#moments.shift());
    while (this.#frames.length > min(events, 1) && (this.#frames.length > events || this.#bytes > bytes)) {
      const oldest = this.#frames.at(0) as Fact;
      const over = this.#frames.length > events * PATIENCE || this.#bytes > bytes * PATIENCE;
      if (!over && this.#awaited(oldest.n)) return;
      this.#frames.shift();
      this.#bytes -= oldest.weight;
      oldest.release();
      this.#forget(oldest);
    }
  }

  /** Whether an attached reader has still to be given the event with that number. */
  #awaited(n: number): boolean {
    for (let i = 0; i < this.#readers.length; i++) {
      const reader = this.#readers[i] as Reader;
      if (reader.attached && reader.last < n) return true;
    }
    return false;
  }

  #forget(fact: { readonly n: number; readonly socket: number } | undefined): void {
    if (!fact) return;
    this.#evicted[fact.socket] = (this.#evicted[fact.socket] ?? 0) + 1;
    for (let i = 0; i < this.#readers.length; i++) {
      const reader = this.#readers[i] as Reader;
      if (reader.last >= fact.n) continue;
      reader.lost[fact.socket] = (reader.lost[fact.socket] ?? 0) + 1;
      reader.lostChanged = true;
    }
  }
}

seal(Recorder);

/** An object without a prototype: a page cannot put anything on it. */
function bare<T extends object>(fields: T): T {
  return { __proto__: null, ...fields } as T;
}

/** Position of the first fact in a queue whose number is above `n`. */
function after(queue: Queue<Fact>, n: number): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue.at(middle)?.n ?? 0) > n) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pairs(counts: Record<number, number>): [number, number][] {
  const all = list<[number, number]>();
  for (const key in counts) all[all.length] = [+key, counts[key] as number];
  return all;
}
