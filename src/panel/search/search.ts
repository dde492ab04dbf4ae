import { signal } from '@preact/signals';
import { type Fault, type Listing, Result, type RowTest, type Session, type Sort, Sorted } from '#model';

/** More rows than a screen has. */
const SCREEN = 100;

/** For how long what was found before stays on screen while nothing new is found, in ms. */
const PATIENCE = 30;

/** Rows in the order of the session, and in that of the table. */
interface Pair {
  readonly result: Result;
  readonly table: Listing;
}

/** What is being looked for while the table still shows what was found before. */
interface Next extends Pair {
  /** When it began, on the clock of `present`. */
  readonly since: number;
  done: boolean;
}

/** How a search begins. */
interface Begin {
  /** When, on the clock of `present`. */
  readonly now: number;
  /** Whether all that passes now passed what was looked for last. */
  readonly narrower?: boolean;
  /** Whether it begins with the newest row, for a table that shows the end; else with the first. */
  readonly newestFirst?: boolean;
}

/** Told what cannot be looked for as it should be. */
type OnFault = (what: 'rows' | 'hits', fault: Fault) => void;

/**
 * What the table shows of a session: the rows that pass the filter, in an order, and those among them that were
 * looked for. All of it is found in slices; what was found before stays until there is a screenful of the new.
 */
export class Search {
  /** The rows that pass, in the order of the session. */
  readonly result;
  /** The same rows, in the order of the table. */
  readonly table;
  /** The rows among them that Find has hit, in that order too; `undefined` while nothing is looked for. */
  readonly hits = signal<Listing | undefined>(undefined);
  #session: Session;
  #passes: RowTest = () => true;
  #wanted: RowTest | undefined;
  #found: Pair | undefined;
  #sort: Sort | undefined;
  #next: Next | undefined;
  /** Those of which faults were told. */
  readonly #told = new WeakSet<Result>();
  readonly #onFault: OnFault;

  /** @param onFault told once, when a test takes too long or goes wrong; another may then be looked for */
  constructor(session: Session, onFault: OnFault = () => undefined) {
    this.#session = session;
    this.#onFault = onFault;
    const result = new Result(session, this.#passes);
    this.result = signal(result);
    this.table = signal<Listing>(result);
  }

  /** Looks for the rows that pass; in another session at once, in the same as soon as there are some. */
  start(session: Session, passes: RowTest, { now, narrower = false, newestFirst = false }: Begin): void {
    const another = session !== this.#session;
    const from = newestFirst && !this.#sort ? session.rows.length : 0;
    const wider = narrower && !another ? this.#last : undefined;
    this.#session = session;
    this.#passes = passes;
    this.#begin(new Result(session, passes, { from, ...(wider && { wider }) }), now);
    if (another) this.#show();
    this.find(this.#wanted);
  }

  /** Puts the rows in another order; `undefined` is that of the session. */
  sortBy(sort: Sort | undefined, now: number): void {
    this.#sort = sort;
    const wider = this.#last;
    const usable = !sort || wider.onlyGrows;
    this.#begin(usable ? wider : new Result(this.#session, this.#passes, { wider }), now);
    this.find(this.#wanted);
  }

  /** Looks for rows among those that pass. */
  find(wanted: RowTest | undefined): void {
    const passes = this.#passes;
    this.#wanted = wanted;
    const isHit: RowTest = (session, row) => passes(session, row) && wanted?.(session, row) === true;
    this.#found = wanted && this.#inOrder(new Result(this.#session, isHit, { wider: this.#last }));
    this.hits.value = this.#found?.table;
  }

  /**
   * Goes on until `deadline`, on the clock `now`, both in ms.
   * @returns whether all is found and in order. Rows may be appended later: then call it again.
   */
  advance(deadline: number, now: () => number): boolean {
    const shown = { result: this.result.peek(), table: this.table.peek() };
    const pair = this.#next ?? shown;
    const done = advance(pair, deadline, now);
    if (this.#next) this.#next.done = done;
    if (this.#hasFault('rows', pair.result)) return false;
    const foundAll = this.#found ? advance(this.#found, deadline, now) : true;
    return !this.#hasFault('hits', this.#found?.result) && foundAll && done;
  }

  #hasFault(what: 'rows' | 'hits', result: Result | undefined): boolean {
    if (!result?.fault || this.#told.has(result)) return false;
    this.#told.add(result);
    this.#onFault(what, result.fault);
    return true;
  }

  /** Whether somebody waits for something that is not to be seen yet. */
  get isAwaited(): boolean {
    return this.#next !== undefined;
  }

  /** Whether there is a screenful of what is looked for, or all of it, or one has waited long enough. */
  isReady(now: number): boolean {
    if (!this.#next) return false;
    const { done, table, since } = this.#next;
    return done || table.length >= SCREEN || now - since > PATIENCE;
  }

  /** Shows what is looked for, unless there is so little of it that what was found before may stay for a while. */
  present(now: number): void {
    if (this.isReady(now)) this.#show();
  }

  /** How much of the session has been looked at, from 0 to 1. */
  get progress(): number {
    const { length } = this.#session.rows;
    return length === 0 ? 1 : this.#last.scanned / length;
  }

  /** Whether all hits are known, and in order. */
  get foundAll(): boolean {
    const { result, table } = this.#found ?? {};
    return result?.scanned === this.#session.rows.length && table?.length === result.length;
  }

  /** What was begun last. */
  get #last(): Result {
    return this.#next?.result ?? this.result.peek();
  }

  #begin(result: Result, now: number): void {
    this.#next = { ...this.#inOrder(result), since: this.#next?.since ?? now, done: false };
  }

  #inOrder(result: Result): Pair {
    return { result, table: this.#sort ? new Sorted(this.#session, result, this.#sort) : result };
  }

  #show(): void {
    if (!this.#next) return;
    this.result.value = this.#next.result;
    this.table.value = this.#next.table;
    this.#next = undefined;
  }
}

function advance({ result, table }: Pair, deadline: number, now: () => number): boolean {
  const found = result.advance(deadline, now);
  return (!(table instanceof Sorted) || table.advance(deadline, now)) && found;
}
