import { Away } from '../../packs/away.ts';
import { isMessage } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import { Unfinished } from '../expression/too-slow.ts';
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

/** A row for which a test takes too long, or goes wrong, and what was thrown. */
export interface Fault {
  readonly row: number;
  readonly reason: unknown;
}

/** Rows between two looks at the clock, for looking costs as much as a cheap row; and so many bytes count as one. */
const STRIDE = 64;
const BYTES = 1024;

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
  /** What is left to do before the next look at the clock. */
  #left = 0;
  #fault: Fault | undefined;

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

  /** The first fault that was met: such a row is taken for one that does not pass. */
  get fault(): Fault | undefined {
    return this.#fault;
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
    while (!this.#isDone && !this.#isHeldUp()) if (now() >= deadline) break;
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

  /** Looks at some rows; gives whether the next one waits for the disk. */
  #isHeldUp(): boolean {
    try {
      for (this.#left = STRIDE; this.#left > 0 && !this.#isDone; this.#left--) this.#step();
    } catch (reason) {
      if (reason instanceof Unfinished) return false;
      if (!(reason instanceof Away)) throw reason;
      const back = this.#high === this.#session.rows.length;
      this.#session.rows.payloads.packs.readAhead(reason.pack, back ? -1 : 1);
      return true;
    }
    return false;
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
    this.#left -= this.#session.rows.size(row) / BYTES;
    if (!this.#asks(row)) return false;
    if (isMessage(this.#session.rows.type(row))) this.#messages++;
    return true;
  }

  #asks(row: number): boolean {
    try {
      return this.#test(this.#session, row);
    } catch (reason) {
      if (reason instanceof Unfinished || reason instanceof Away) throw reason;
      this.#fault ??= { row, reason };
      return false;
    }
  }
}
