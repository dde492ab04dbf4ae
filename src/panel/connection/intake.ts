import { type ReadBatch, readBatch } from '#protocol';

/** Events that are taken at once: some tenths of a ms of work, about. */
const PIECE = 64;

/** A batch that has come, as it came and as it was read. */
interface Arrival {
  readonly key: string;
  readonly message: unknown;
  state: 'new' | 'being read' | ReadBatch;
  /** How many of its events were taken. */
  taken: number;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** What is done with a part of a batch from the document with that key. */
type Take = (key: string, part: ReadBatch) => void;

/**
 * What has come from documents, and is to be taken into the session, of each in the order in which it came: in slices,
 * because to read a large batch takes longer than a frame.
 */
export class Intake {
  readonly #arrivals: Arrival[] = [];
  readonly #take: Take;
  readonly #onRead: () => void;

  /** @param onRead called when there is more to take */
  constructor(take: Take, onRead: () => void) {
    this.#take = take;
    this.#onRead = onRead;
  }

  /** How many batches have come, and are not taken to their end. */
  get length(): number {
    return this.#arrivals.length;
  }

  /** Resolves when all of what came over a port has been taken; what is no batch is left out. */
  add(key: string, message: unknown): Promise<void> {
    const taken = new Promise<void>((done, failed) => {
      this.#arrivals.push({ key, message, state: 'new', taken: 0, done, failed });
    });
    this.#onRead();
    return taken;
  }

  /**
   * Goes on until `deadline`, on the clock `now`, both in ms; never without getting further.
   * @returns whether there is nothing to do: all is taken, or waits for bytes that are on their way
   */
  advance(deadline: number, now: () => number): boolean {
    do {
      const arrival = this.#next();
      if (!arrival) return true;
      try {
        if (arrival.state === 'new') this.#read(arrival);
        else if (arrival.state !== 'being read') this.#goOn(arrival, arrival.state);
      } catch (reason) {
        this.#end(arrival, () => arrival.failed(reason));
      }
    } while (now() < deadline);
    return this.length === 0;
  }

  /** The first with which there is something to do: one whose bytes are on their way keeps only its own document waiting. */
  #next(): Arrival | undefined {
    const waiting = new Set<string>();
    return this.#arrivals.find(({ key, state }) => {
      if (state === 'being read') waiting.add(key);
      return !waiting.has(key);
    });
  }

  #read(arrival: Arrival): void {
    arrival.state = 'being read';
    const read = (batch: ReadBatch | undefined) => {
      if (batch) arrival.state = batch;
      else this.#end(arrival, arrival.done);
      this.#onRead();
    };
    readBatch(arrival.message).then(read);
  }

  /** Takes the next events of a batch; with the last ones goes what is said of all of it. */
  #goOn(arrival: Arrival, batch: ReadBatch): void {
    const events = batch.events.slice(arrival.taken, arrival.taken + PIECE);
    arrival.taken += events.length;
    const isLast = arrival.taken === batch.events.length;
    this.#take(arrival.key, isLast ? { ...batch, events } : { ...batch, events, counts: [], outcomes: [] });
    if (isLast) this.#end(arrival, arrival.done);
  }

  #end(arrival: Arrival, settle: () => void): void {
    this.#arrivals.splice(this.#arrivals.indexOf(arrival), 1);
    settle();
  }
}
