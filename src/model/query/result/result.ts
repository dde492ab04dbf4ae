import { Away } from '../../packs/away.ts';
import { isMessage } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import type { Listing } from './listing.ts';
import { RowList } from './row-list.ts';
import { Sieve } from './sieve.ts';

/** Whether the row at an index of `session.rows` is wanted. */
export type RowTest = (session: Session, row: number) => boolean;

/** Where a search begins, and what is known already. */
export interface Start {
  /** The row that is looked at first: then those after it, then those before it, backwards. The first row without it. */
  readonly from?: number;
  /** An earlier search in the same session for more than this: what does not pass there does not pass here. */
  readonly wider?: Result;
}

/** Rows between two looks at the clock: looking costs as much as a cheap row. */
const STRIDE = 64;

/**
 * The rows of a session that pass a test, found in slices so that nobody waits for a million. A row is tested once:
 * what a test says about a socket's state is true of the moment when the row was reached.
 */
export class Result implements Listing {
  readonly #session: Session;
  readonly #test: RowTest;
  readonly #found = new RowList();
  #sieve: Sieve | undefined;
  /** Rows from this one to below `high` have been looked at. */
  #low: number;
  #high: number;
  #messages = 0;

  constructor(session: Session, test: RowTest, { from = 0, wider }: Start = {}) {
    this.#session = session;
    this.#test = test;
    this.#low = this.#high = Math.min(from, session.rows.length);
    this.#sieve = wider && new Sieve(wider.#found, wider.#low, wider.#high);
  }

  /** Rows found so far. */
  get length(): number {
    return this.#found.length;
  }

  /** How many were put before the first that was found. */
  get before(): number {
    return this.#found.before;
  }

  /** Whether what is found from now on comes after all that was found. */
  get onlyGrows(): boolean {
    return this.#low === 0;
  }

  /** How many of them are messages. */
  get messages(): number {
    return this.#messages;
  }

  /** Rows looked at so far, for showing how far a long search has come. */
  get scanned(): number {
    return this.#high - this.#low;
  }

  /**
   * Goes on from where it stopped until `deadline`, on the clock `now`, both in ms; never without getting further.
   * A payload that is on disk is asked for, and what comes after it waits: call it again soon.
   * @returns whether all of the session has been looked at. Rows may be appended later: then call it again.
   */
  advance(deadline: number, now: () => number): boolean {
    try {
      while (!this.#isDone) {
        for (let left = STRIDE; left > 0 && !this.#isDone; left--) this.#step();
        if (now() >= deadline) break;
      }
    } catch (reason) {
      if (!(reason instanceof Away)) throw reason;
      const back = this.#high === this.#session.rows.length;
      this.#session.rows.payloads.packs.readAhead(reason.pack, back ? -1 : 1);
    }
    if (this.#isDone) this.#sieve = undefined;
    return this.#isDone;
  }

  /** Index in `session.rows` of the row at a position below `length`. */
  at(position: number): number {
    return this.#found.at(position);
  }

  /** Position of the row with that index in `session.rows`, or of the first after it; `length` where there is none. */
  position(row: number): number {
    return this.#found.position(row);
  }

  /** Whether the row with that index in `session.rows` was found. */
  has(row: number): boolean {
    return this.find(row) !== undefined;
  }

  find(row: number): number | undefined {
    const position = this.position(row);
    return position < this.length && this.at(position) === row ? position : undefined;
  }

  get #isDone(): boolean {
    return this.#low === 0 && this.#high === this.#session.rows.length;
  }

  /** Looks at a row: of new ones the oldest, then of old ones the newest. */
  #step(): void {
    if (this.#high < this.#session.rows.length) this.#forth();
    else this.#back();
  }

  #forth(): void {
    const row = Math.min(this.#sieve?.from(this.#high) ?? this.#high, this.#session.rows.length);
    if (row < this.#session.rows.length && this.#passes(row)) this.#found.append(row);
    this.#high = Math.min(row + 1, this.#session.rows.length);
  }

  #back(): void {
    const row = this.#sieve?.before(this.#low) ?? this.#low - 1;
    if (row >= 0 && this.#passes(row)) this.#found.prepend(row);
    this.#low = Math.max(row, 0);
  }

  #passes(row: number): boolean {
    if (!this.#test(this.#session, row)) return false;
    if (isMessage(this.#session.rows.type(row))) this.#messages++;
    return true;
  }
}
