import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type Asked,
  type Expression,
  type Fault,
  type Listing,
  type Path,
  parseQuery,
  type QueryError,
  type Session,
  type Sort,
  TooSlow,
} from '#model';
import { countText } from '#panel/figures.ts';
import { anyRow, areNarrower, type Conditions, meets, passes, type Range } from '#panel/search/conditions.ts';
import { Search } from '#panel/search/search.ts';

/** What is looked for, and how it is highlighted where it was found. */
type Wanted = Pick<Conditions, 'test' | 'conjuncts'> & Partial<Pick<Asked, 'highlight' | 'paths'>>;

const isMarked = ({ highlight, paths = [] }: Partial<Wanted>) => highlight !== undefined || paths.length > 0;

/** Which rows of a session are in sight, and in which order: what was asked for, and what was found. */
export class Sight {
  readonly search: Search;
  /** The rows that pass the filter, the choice of sockets and the range, in the order of the session. */
  readonly result;
  /** The same rows in the order of the table. */
  readonly table;
  /** Those of them that Find has hit. */
  readonly hits;
  /** The order of the table; that of the session where there is none. */
  readonly sort = signal<Sort | undefined>(undefined);
  readonly filter = signal('');
  readonly filterError = signal<QueryError | undefined>(undefined);
  /** What to highlight where it was found. */
  readonly highlight = signal<Expression | undefined>(undefined);
  /** The JSON paths that were asked about. */
  readonly paths = signal<readonly Path[]>([]);
  /** Indexes of the sockets whose rows are shown; empty for all. */
  readonly chosen = signal<ReadonlySet<number>>(new Set());
  readonly range = signal<Range | undefined>(undefined);
  /** Whether rows about the life of sockets are left out. */
  readonly messagesOnly = signal(false);
  /** How many rows there are for a view that stands still; absent where it goes on. */
  readonly frozen = signal<number | undefined>(undefined);
  /** What Find looks for, and what is wrong with it. */
  readonly find = signal('');
  readonly findError = signal<QueryError | undefined>(undefined);

  #session: Session;
  /** What the last good filter asks for, and all that was asked for last. */
  #query: Wanted = anyRow;
  #conditions: Conditions = anyRow;
  /** What Find looks for; nothing where there is no test. */
  #hunt: Partial<Wanted> = {};
  /** What was good before the filter, and before what Find looks for. */
  #queryBefore: Wanted = anyRow;
  #huntBefore: Partial<Wanted> = {};
  /** How many rows there were when either was asked for. */
  #rowsThen = 0;
  readonly #newestFirst: ReadonlySignal<boolean>;
  readonly #onAsked: () => void;

  /**
   * @param newestFirst whether the newest rows are looked at first, for they are what is shown
   * @param onAsked called when there is something to look for
   */
  constructor(session: Session, newestFirst: ReadonlySignal<boolean>, onAsked: () => void) {
    this.#session = session;
    this.#newestFirst = newestFirst;
    this.#onAsked = onAsked;
    this.search = new Search(session, (what, fault) => this.#giveUp(what, fault));
    this.result = this.search.result;
    this.table = this.search.table;
    this.hits = this.search.hits;
  }

  /** Whether the table shows less than the whole session. */
  get narrowed(): boolean {
    return (
      this.filter.value !== '' ||
      this.messagesOnly.value ||
      this.chosen.value.size > 0 ||
      this.range.value !== undefined
    );
  }

  /** The rows that pass the filter and what else was asked for; `undefined` where there is no filter. */
  get filtered(): Listing | undefined {
    return this.filter.value === '' ? undefined : this.result.value;
  }

  /** Looks at a session: all of its sockets, and all of its time. */
  look(session: Session): void {
    this.#session = session;
    this.range.value = undefined;
    this.chosen.value = new Set();
    this.frozen.value = undefined;
    this.#look();
  }

  /**
   * A filter that cannot be read leaves the last good result in place, and says why. One with a field that has no value
   * yet is one without it: what was good last is the name of the field, as a word.
   */
  setFilter(text: string): void {
    this.filter.value = text;
    const query = parseQuery(text);
    this.filterError.value = query.ok ? undefined : query.error;
    const asked = query.ok ? query : query.rest;
    if (!asked) return;
    this.#queryBefore = this.#query;
    this.#query = asked;
    this.#mark();
    this.#look();
  }

  choose(sockets: ReadonlySet<number>): void {
    this.chosen.value = sockets;
    this.#look();
  }

  setRange(range: Range | undefined): void {
    this.range.value = range;
    this.#look();
  }

  showMessagesOnly(on: boolean): void {
    this.messagesOnly.value = on;
    this.#look();
  }

  /** Has what is on screen stand still at so many rows; absent it goes on with all that has come meanwhile. */
  freeze(rows?: number): void {
    this.frozen.value = rows;
    this.#look(rows !== undefined);
  }

  setSort(sort: Sort | undefined): void {
    this.sort.value = sort;
    this.search.sortBy(sort, performance.now());
    this.#onAsked();
  }

  /** Looks for what is in the language of the filter among the rows of the table; the empty text is for nothing. */
  setFind(text: string): void {
    this.find.value = text;
    const query = parseQuery(text);
    this.findError.value = query.ok ? undefined : query.error;
    if (!query.ok) return;
    this.#huntBefore = this.#hunt;
    this.#hunt = text.trim() === '' ? {} : query;
    this.#seek();
  }

  /** Changes what is known of a row. It is tested once: what it passes now has to be looked for again. */
  change(row: number, change: () => void): void {
    const passed = () =>
      [this.#query.test, this.#hunt.test].map((test) => test && passes(test, this.#session, row)).join();
    const before = passed();
    change();
    if (passed() !== before) this.#look(false);
  }

  /** @param mayNarrow whether what did not pass before cannot pass now where more is asked for */
  #look(mayNarrow = true): void {
    const [chosen, messagesOnly, range] = [this.chosen.peek(), this.messagesOnly.peek(), this.range.peek()];
    const until = this.frozen.peek() ?? Infinity;
    const conditions = { ...this.#query, chosen, messagesOnly, range, until };
    this.search.start(this.#session, meets(conditions), {
      now: performance.now(),
      narrower: mayNarrow && areNarrower(conditions, this.#conditions),
      newestFirst: this.#newestFirst.peek(),
    });
    this.#conditions = conditions;
    this.#rowsThen = this.#session.rows.length;
    this.#onAsked();
  }

  #seek(): void {
    this.#mark();
    this.search.find(this.#hunt.test);
    this.#rowsThen = this.#session.rows.length;
    this.#onAsked();
  }

  /** Says what is wrong, and goes back to what was good before: unless it was good, and only a new row is too much. */
  #giveUp(what: 'rows' | 'hits', { row, reason }: Fault): void {
    const [text, fault] = what === 'rows' ? [this.filter, this.filterError] : [this.find, this.findError];
    const { length } = text.peek();
    const key = reason instanceof TooSlow ? 'queryTooSlow' : 'queryFailed';
    if (key === 'queryFailed') console.error(reason);
    fault.value = { key, at: 0, length, detail: countText(row + 1) };
    if (row >= this.#rowsThen) return;
    if (what === 'rows') {
      this.#query = this.#queryBefore;
      this.#mark();
      this.#look(false);
    } else {
      this.#hunt = this.#huntBefore;
      this.#seek();
    }
  }

  /** What was looked for last is what one wants to see. */
  #mark(): void {
    const { highlight, paths = [] } = isMarked(this.#hunt) ? this.#hunt : this.#query;
    this.highlight.value = highlight;
    this.paths.value = paths;
  }
}
