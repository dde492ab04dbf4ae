import { type ReadBatch, readBatch } from '#protocol';

/** Events that are taken at once: some tenths of a ms of work, about. */
const PIECE = 64;

/**
 * For how long what others tell waits for a document, in ms, since something was heard of it: while it has more to tell
 * of its past, and while it tells what happens, which gathers for 40 ms.
 */
const PAST = 500;
const PRESENT = 100;

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

interface ReadArrival extends Arrival {
  readonly state: ReadBatch;
}

/** What is done with a part of a batch from the document with that key. */
type Take = (key: string, part: ReadBatch) => void;

/**
 * What has come from documents, and is to be taken into the session: of each in the order in which it came, of several
 * what happened first. In slices, because to read a large batch takes longer than a frame.
 */
export class Intake {
  readonly #arrivals: Arrival[] = [];
  /** Documents that have more to tell of their past. */
  readonly #telling = new Set<string>();
  /** Documents that may be about to tell something, each with the timer that ends the waiting for it. */
  readonly #awaited = new Map<string, ReturnType<typeof setTimeout>>();
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

  /** A document is asked for its past. What others tell waits for that, so that rows stand in the order of time. */
  expect(key: string): void {
    this.#telling.add(key);
    this.#await(key);
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
   * @returns whether there is nothing to do: all is taken, or waits for what is on its way
   */
  advance(deadline: number, now: () => number): boolean {
    do {
      const heads = this.#heads();
      const fresh = heads.find(({ state }) => state === 'new');
      const read = heads.filter(isRead).sort((one, other) => timeOf(one) - timeOf(other));
      const [first, second] = read;
      if (fresh) this.#read(fresh);
      else if (first && !this.#mustWait(read)) this.#goOn(first, second ? timeOf(second) : Infinity);
      else return true;
    } while (now() < deadline);
    return this.length === 0;
  }

  /** The first of each document: only when that has been taken is it the turn of the next. */
  #heads(): Arrival[] {
    const keys = new Set<string>();
    return this.#arrivals.filter(({ key }) => keys.size < keys.add(key).size);
  }

  /** Whether a document may have something to tell that is earlier than all that was read. */
  #mustWait(read: readonly ReadArrival[]): boolean {
    const told = new Set(read.map(({ key }) => key));
    return [...this.#awaited.keys()].some((key) => !told.has(key));
  }

  #read(arrival: Arrival): void {
    arrival.state = 'being read';
    const read = (batch: ReadBatch | undefined) => {
      if (batch) this.#hear(arrival, batch);
      else this.#end(arrival, arrival.done);
      this.#onRead();
    };
    readBatch(arrival.message).then(read);
  }

  #hear(arrival: Arrival, batch: ReadBatch): void {
    arrival.state = batch;
    if (isLastOfPast(batch)) this.#telling.delete(arrival.key);
    this.#await(arrival.key);
  }

  #await(key: string): void {
    clearTimeout(this.#awaited.get(key));
    const giveUp = () => {
      this.#awaited.delete(key);
      if (this.length > 0) this.#onRead();
    };
    this.#awaited.set(key, setTimeout(giveUp, this.#telling.has(key) ? PAST : PRESENT));
  }

  /** Takes the next events of a batch, those up to a time; with the last ones goes what is said of all of it. */
  #goOn(arrival: ReadArrival, until: number): void {
    const { key, state: batch, taken } = arrival;
    let end = Math.min(taken + PIECE, batch.events.length);
    for (let at = taken + 1; at < end; at++) if (timeOf(arrival, at) > until) end = at;
    arrival.taken = end;
    const isLast = end === batch.events.length;
    const part = { ...batch, events: batch.events.slice(taken, end) };
    try {
      this.#take(key, isLast ? part : { ...part, counts: [], outcomes: [] });
      if (isLast) this.#end(arrival, arrival.done);
    } catch (reason) {
      this.#end(arrival, () => arrival.failed(reason));
    }
  }

  #end(arrival: Arrival, settle: () => void): void {
    this.#arrivals.splice(this.#arrivals.indexOf(arrival), 1);
    // While it was being taken nobody could hear of the next.
    if (this.#telling.has(arrival.key)) this.#await(arrival.key);
    settle();
  }
}

const isRead = (arrival: Arrival): arrival is ReadArrival => typeof arrival.state === 'object';

/** The last batch of a document's past says how many events there were; where there were none there is nothing to say. */
const isLastOfPast = ({ events, counts }: ReadBatch): boolean => counts.length > 0 || events.length === 0;

/** When an event of a batch happened, the next one unless said otherwise, in ms since the epoch; without one at once. */
const timeOf = ({ state, taken }: ReadArrival, at = taken): number =>
  state.origin + (state.events[at]?.t ?? -Infinity);
