import { type Batch, NOBODY, type Outcome, type Read, type Reading } from '#protocol';

/** How long events gather into a batch, in ms: a batch costs the page some 200 µs, whatever is in it. */
const GATHER = 40;

/** How long the document is taken to be going away, in ms, after it was said that it may be. */
const LEAVING = 1000;

/** What batches go to: a panel's port. A panel that comes back has the same name. */
export interface Port {
  readonly name: string;
  postMessage(batch: Batch): void;
}

/** A panel that reads the log of this document. */
interface Reader {
  readonly port: Port;
  /** Number of the last event handed over. */
  last: number;
  /** Whether a batch is under way that has not been acknowledged. */
  waiting: boolean;
  /** Whether there are events that it has not had. */
  behind: boolean;
  /** Whether there were more than went into the last batch. */
  catchingUp: boolean;
  /** Whether it is to be told how many events there were, because some may be missing. */
  gap: boolean;
}

export interface Surroundings {
  /** What the times of events count from, in ms since the epoch. */
  readonly origin: () => number;
  /** Runs a task after some ms. */
  readonly later: (task: () => void, delay: number) => void;
  readonly read: (command: Read) => (Reading & { readonly events: string }) | undefined;
}

/**
 * The panels that read. Each gets what comes after the last event that it has, in batches, the next one when it has
 * acknowledged the one before.
 */
export class Readers {
  readonly #around: Surroundings;
  readonly #readers = new Map<string, Reader>();
  #scheduled = false;
  /** Whether the document is going away, so that what happens is handed over at once. */
  #leaving = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** @param after number of the last event that the panel has */
  attach(port: Port, after: number): void {
    const reader = { port, last: after, waiting: false, behind: true, catchingUp: false, gap: true };
    this.#readers.set(port.name, reader);
    this.#hand(reader);
  }

  detach(port: Port): void {
    if (!this.#of(port)) return;
    this.#readers.delete(port.name);
    this.#around.read({ type: 'read', after: NOBODY, gap: false, now: false, others: this.#hadBeside() });
  }

  acknowledge(port: Port): void {
    const reader = this.#of(port);
    if (!reader) return;
    reader.waiting = false;
    // What is there already need not gather.
    if (reader.catchingUp) this.#around.later(() => this.#catchUp(port), 0);
    else this.#schedule();
  }

  /** Says what became of a command; with it goes what the command caused. */
  answer(port: Port, outcome: Outcome): void {
    const reader = this.#of(port);
    if (reader) this.#hand(reader, [outcome]);
  }

  /** There is more to read. */
  more(): void {
    for (const reader of this.#readers.values()) reader.behind = true;
    if (this.#leaving) this.#handAll();
    else this.#schedule();
  }

  /**
   * Hands everything over at once, acknowledged or not: the document may be going away. It may also stay, so things
   * are as always again a second later.
   * @param strangers reaches panels that have not come yet, where there may be some
   */
  leave(strangers?: Port): void {
    const stranger = this.#readers.size === 0 ? strangers : undefined;
    if (this.#readers.size === 0 && !stranger) return;
    if (!this.#leaving) {
      this.#leaving = true;
      this.#around.later(() => {
        this.#leaving = false;
      }, LEAVING);
    }
    if (stranger) this.attach(stranger, 0);
    this.#handAll();
    if (stranger) this.detach(stranger);
  }

  #of(port: Port): Reader | undefined {
    const reader = this.#readers.get(port.name);
    return reader?.port === port ? reader : undefined;
  }

  #ready = () => [...this.#readers.values()].filter(({ behind, waiting }) => behind && !waiting);

  #schedule(): void {
    if (this.#scheduled || this.#ready().length === 0) return;
    this.#scheduled = true;
    this.#around.later(() => {
      this.#scheduled = false;
      for (const reader of this.#ready()) this.#hand(reader);
    }, GATHER);
  }

  #catchUp(port: Port): void {
    const reader = this.#of(port);
    if (reader?.behind && !reader.waiting) this.#hand(reader);
  }

  #handAll(): void {
    for (const reader of this.#readers.values()) while (reader.behind) this.#hand(reader);
  }

  #hand(reader: Reader, outcomes: readonly Outcome[] = []): void {
    const { port, last: after, gap } = reader;
    const others = this.#hadBeside(reader);
    const reading = this.#around.read({ type: 'read', after, gap, now: this.#leaving, others });
    reader.behind = reader.catchingUp = reading?.all === false;
    if (!reading) return;
    const { events, bytes, counts } = reading;
    reader.last = reading.last;
    reader.gap = reading.gap;
    reader.waiting = true;
    try {
      port.postMessage({ origin: this.#around.origin(), events, bytes, counts, outcomes });
    } catch {
      // The port died without a word, as after a return from the bfcache: the panel comes back and asks again.
      reader.behind = false;
      this.detach(port);
    }
  }

  /** Up to which event all have had everything, but for one of them. */
  #hadBeside(reader?: Reader): number {
    let least = NOBODY;
    for (const other of this.#readers.values()) if (other !== reader) least = Math.min(least, other.last);
    return least;
  }
}
