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
  /** Number of the last event that it has said it has. */
  had: number;
  /** Of each batch under way, which has not been acknowledged, the number of its last event. */
  readonly underWay: number[];
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
  /** What reaches every panel, while the document is going. */
  #parting: Port | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** @param after number of the last event that the panel has */
  attach(port: Port, after: number): void {
    this.#hand(this.#add(port, after));
  }

  detach(port: Port): void {
    if (!this.#of(port)) return;
    this.#readers.delete(port.name);
    this.#around.read({ type: 'read', after: NOBODY, gap: false, now: false, others: this.#hadBeside() });
  }

  acknowledge(port: Port): void {
    const reader = this.#of(port);
    if (!reader) return;
    reader.had = reader.underWay.shift() ?? reader.had;
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
    this.#beLeaving();
    if (stranger) this.attach(stranger, 0);
    this.#handAll();
    if (stranger) this.detach(stranger);
  }

  /**
   * The document is going, or into the bfcache: what is posted to a port from now on is lost on the way in Chromium, which
   * closes it (https://developer.chrome.com/blog/bfcache-extension-messaging-changes). What a reader has not said to have,
   * and all that the page still does in its own listeners, is handed to every panel as well.
   * @param everyPanel reaches panels without a port
   * @param strangers whether there may be some that have not come yet
   */
  part(everyPanel: Port, strangers: boolean): void {
    this.leave();
    const readers = [...this.#readers.values()];
    if (readers.length === 0 && !strangers) return;
    this.#beLeaving();
    const had = Math.min(...(readers.length > 0 ? readers : [{ had: 0 }]).map((reader) => reader.had));
    const all = this.#add(everyPanel, had);
    all.behind = readers.length === 0 || readers.some(({ underWay }) => underWay.length > 0);
    this.#parting = everyPanel;
    this.#handAll();
  }

  #beLeaving(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    this.#around.later(() => {
      this.#leaving = false;
      if (this.#parting) this.detach(this.#parting);
      // What was not handed over because the browser put an end to it is still there.
      this.#schedule();
    }, LEAVING);
  }

  #add(port: Port, after: number): Reader {
    const reader: Reader = {
      port,
      last: after,
      had: after,
      underWay: [],
      behind: true,
      catchingUp: false,
      gap: true,
    };
    this.#readers.set(port.name, reader);
    return reader;
  }

  #of(port: Port): Reader | undefined {
    const reader = this.#readers.get(port.name);
    return reader?.port === port ? reader : undefined;
  }

  #ready = () => [...this.#readers.values()].filter(isReady);

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
    if (reader && isReady(reader)) this.#hand(reader);
  }

  #handAll(): void {
    for (const reader of this.#readers.values()) while (reader.behind) this.#hand(reader);
  }

  #hand(reader: Reader, outcomes: readonly Outcome[] = []): void {
    const { last: after, gap } = reader;
    const others = this.#hadBeside(reader);
    const reading = this.#around.read({ type: 'read', after, gap, now: this.#leaving, others });
    reader.catchingUp = reading?.all === false;
    if (!reading || !this.#post(reader, reading, outcomes)) {
      reader.behind = false;
      return;
    }
    reader.behind = !reading.all;
    reader.last = reading.last;
    reader.gap = reading.gap;
    reader.underWay.push(reading.last);
  }

  /**
   * Gives whether the panel is still there. What has been posted is noted afterwards: Firefox ends scripts of a page that a
   * person leaves anywhere, and what is sent twice is recognised, whereas what was noted and not sent is lost.
   */
  #post(
    { port, last: after }: Reader,
    { events, bytes, counts }: Reading & { readonly events: string },
    outcomes: readonly Outcome[],
  ): boolean {
    try {
      port.postMessage({ origin: this.#around.origin(), after, events, bytes, counts, outcomes });
      return true;
    } catch {
      // The port died without a word, as after a return from the bfcache: the panel comes back and asks again.
      this.detach(port);
      return false;
    }
  }

  /** Up to which event all have had everything, but for one of them. */
  #hadBeside(reader?: Reader): number {
    let least = NOBODY;
    for (const other of this.#readers.values()) if (other !== reader) least = Math.min(least, other.last);
    return least;
  }
}

const isReady = ({ behind, underWay }: Reader): boolean => behind && underWay.length === 0;
