import { signal } from '@preact/signals';
import { type Listing, Result, type RowTest, type Session, type Sort, Sorted } from '#model';

/** More rows than a screen has. */
const SCREEN = 100;

/** For how long what was found before stays on screen while nothing new is found, in ms. */
const PATIENCE = 100;

/** Rows in the order of the session, and in that of the table. */
interface Pair {
  readonly result: Result;
  readonly table: Listing;
}

/** What is being looked for while the table still shows what was found before. */
interface Next extends Pair {
  /** When it began, on the clock of `advance`. */
  readonly since: number;
}

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

  constructor(session: Session) {
    this.#session = session;
    const result = new Result(session, this.#passes);
    this.result = signal(result);
    this.table = signal<Listing>(result);
  }

  /** Looks for the rows that pass; in another session at once, in the same as soon as there are some. */
  start(session: Session, passes: RowTest, now: number): void {
    const another = session !== this.#session;
    this.#session = session;
    this.#passes = passes;
    this.#begin(new Result(session, passes), now);
    if (another) this.#show();
    this.find(this.#wanted);
  }

  /** Puts the rows in another order; `undefined` is that of the session. */
  sortBy(sort: Sort | undefined, now: number): void {
    this.#sort = sort;
    this.#begin(this.#next?.result ?? this.result.peek(), now);
    this.find(this.#wanted);
  }

  /** Looks for rows among those that pass. */
  find(wanted: RowTest | undefined): void {
    const passes = this.#passes;
    this.#wanted = wanted;
    this.#found =
      wanted &&
      this.#inOrder(
        new Result(this.#session, (session, row) => passes(session, row) && wanted(session, row)),
      );
    this.hits.value = this.#found?.table;
  }

  /**
   * Goes on until `deadline`, on the clock `now`, both in ms.
   * @returns whether all is found and in order. Rows may be appended later: then call it again.
   */
  advance(deadline: number, now: () => number): boolean {
    const shown = { result: this.result.peek(), table: this.table.peek(), since: 0 };
    const { result, table, since } = this.#next ?? shown;
    const done = advance({ result, table }, deadline, now);
    if (this.#next && (done || table.length >= SCREEN || now() - since > PATIENCE)) this.#show();
    return (this.#found ? advance(this.#found, deadline, now) : true) && done;
  }

  /** How much of the session has been looked at, from 0 to 1. */
  get progress(): number {
    const { length } = this.#session.rows;
    return length === 0 ? 1 : (this.#next?.result ?? this.result.peek()).scanned / length;
  }

  /** Whether all hits are known, and in order. */
  get foundAll(): boolean {
    const { result, table } = this.#found ?? {};
    return result?.scanned === this.#session.rows.length && table?.length === result.length;
  }

  #begin(result: Result, now: number): void {
    this.#next = { ...this.#inOrder(result), since: this.#next?.since ?? now };
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
