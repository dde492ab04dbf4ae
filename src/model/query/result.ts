import { Column } from '../column.ts';
import { Away } from '../packs/away.ts';
import { isMessage } from '../row.ts';
import type { Session } from '../session.ts';
import type { Listing } from './listing.ts';

/** Whether the row at an index of `session.rows` is wanted. */
export type RowTest = (session: Session, row: number) => boolean;

/** Rows between two looks at the clock: looking costs as much as a cheap row. */
const STRIDE = 64;

/**
 * The rows of a session that pass a test, found in slices so that nobody waits for a million. A row is tested once:
 * what a test says about a socket's state is true of the moment when the row was reached.
 */
export class Result implements Listing {
  readonly #session: Session;
  readonly #test: RowTest;
  readonly #rows = new Column(Uint32Array);
  #scanned = 0;
  #messages = 0;

  constructor(session: Session, test: RowTest) {
    this.#session = session;
    this.#test = test;
  }

  /** Rows found so far. */
  get length(): number {
    return this.#rows.length;
  }

  /** How many of them are messages. */
  get messages(): number {
    return this.#messages;
  }

  /** Rows looked at so far, for showing how far a long search has come. */
  get scanned(): number {
    return this.#scanned;
  }

  /**
   * Goes on from where it stopped until `deadline`, on the clock `now`, both in ms; never without getting further.
   * A payload that is on disk is asked for, and what comes after it waits: call it again soon.
   * @returns whether the end of the session is reached. Rows may be appended later: then call it again.
   */
  advance(deadline: number, now: () => number): boolean {
    const { rows } = this.#session;
    while (this.#scanned < rows.length) {
      if (!this.#scan(Math.min(this.#scanned + STRIDE, rows.length))) break;
      if (now() >= deadline) break;
    }
    return this.#scanned === rows.length;
  }

  /** Index in `session.rows` of the row at a position below `length`. */
  at(position: number): number {
    return this.#rows.at(position);
  }

  /** Position of the row with that index in `session.rows`, or of the first after it; `length` where there is none. */
  position(row: number): number {
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#rows.at(middle) < row) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Whether the row with that index in `session.rows` was found. */
  has(row: number): boolean {
    const position = this.position(row);
    return position < this.length && this.at(position) === row;
  }

  find(row: number): number | undefined {
    const position = this.position(row);
    return position < this.length && this.at(position) === row ? position : undefined;
  }

  /** @returns whether it came to the end */
  #scan(end: number): boolean {
    try {
      for (; this.#scanned < end; this.#scanned++)
        if (this.#test(this.#session, this.#scanned)) this.#take(this.#scanned);
      return true;
    } catch (reason) {
      if (!(reason instanceof Away)) throw reason;
      this.#session.rows.payloads.packs.readAhead(reason.pack);
      return false;
    }
  }

  #take(row: number): void {
    this.#rows.push(row);
    if (isMessage(this.#session.rows.type(row))) this.#messages++;
  }
}
