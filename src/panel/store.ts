import { signal } from '@preact/signals';
import {
  hasPast,
  NetworkLog,
  parseQuery,
  type QueryError,
  Session,
  type SocketRecord,
  type Sort,
} from '#model';
import type { Access, ReadBatch, Refusal, Sendable } from '#protocol';
import { Errands, type GiveCommand } from './connection/errands.ts';
import { Intake } from './connection/intake.ts';
import { Disk } from './disk/disk.ts';
import type { Asked, Notice } from './notice.ts';
import { anyRow, areNarrower, type Conditions, meets, passes, type Range } from './search/conditions.ts';
import { Search } from './search/search.ts';
import { Turns } from './search/turns.ts';
import { Works } from './works/works.ts';

/**
 * The panel's one place for state: signals around the model. Views read the signals and call the actions;
 * `revision` moves, at most once a frame, when the session has changed in place, `found` when it or what was found has.
 */
export class Store {
  /** The session of the page; it goes on while one from a file is on screen. */
  #live = new Session();
  /** The session on screen. */
  readonly session = signal(this.#live);
  /** Name of the file that the session on screen is from. */
  readonly file = signal<string | undefined>(undefined);
  readonly #search = new Search(this.#live);
  /** The rows that pass the filter, the choice of sockets and the range, in the order of the session. */
  readonly result = this.#search.result;
  /** The same rows in the order of the table. */
  readonly table = this.#search.table;
  /** Those of them that Find has hit. */
  readonly hits = this.#search.hits;
  /** The order of the table; that of the session where there is none. */
  readonly sort = signal<Sort | undefined>(undefined);
  /** Whether the table keeps the newest row in view. */
  readonly follow = signal(true);
  readonly #intake = new Intake(
    (key, part) => this.#take(key, part),
    () => this.#turns.schedule(),
  );
  readonly #turns: Turns = new Turns(this.#intake, this.#search);
  readonly revision = this.#turns.revision;
  readonly found = this.#turns.found;
  /** How the panel stands to the page; unknown until the first roll call. */
  readonly access = signal<Access | undefined>(undefined);
  readonly recording = signal(true);
  readonly filter = signal('');
  readonly filterError = signal<QueryError | undefined>(undefined);
  /** What to highlight where it was found; a global expression. */
  readonly highlight = signal<RegExp | undefined>(undefined);
  /** Indexes of the sockets whose rows are shown; empty for all. */
  readonly chosen = signal<ReadonlySet<number>>(new Set());
  readonly range = signal<Range | undefined>(undefined);
  /** Whether rows about the life of sockets are left out. */
  readonly messagesOnly = signal(false);
  /** What Find looks for, and what is wrong with it. */
  readonly find = signal('');
  readonly findError = signal<QueryError | undefined>(undefined);
  /** Index of the row whose details are shown. */
  readonly selected = signal<number | undefined>(undefined);
  readonly notice = signal<Notice | undefined>(undefined);
  /** Where payloads go that are too much for the memory. */
  readonly disk = new Disk(({ key, reason }) => this.tell({ level: 'error', key, details: [reason] }));
  /** Whether what happened before a navigation stays. */
  preserveLog = true;
  readonly works = new Works();
  readonly asked = signal<Asked | undefined>(undefined);

  /** What the last good filter asks for, and all that was asked for last. */
  #query: Pick<Conditions, 'test' | 'conjuncts'> = anyRow;
  #conditions: Conditions = anyRow;
  #filterMarks: RegExp | undefined;
  #findTest: Conditions['test'] = anyRow.test;
  #findMarks: RegExp | undefined;
  readonly #network = new NetworkLog();
  readonly #errands: Errands;

  constructor(give: GiveCommand) {
    this.#errands = new Errands(give);
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

  // From the connection

  /** A document of the page is there; gives the number of the last event that is known of it. */
  meet(key: string, url: string, top: boolean): number {
    this.#live.addDocument(key, url, Date.now(), top);
    this.#intake.expect(key);
    this.#letGo();
    return this.#live.lastEvent(key);
  }

  setAccess(access: Access): void {
    this.access.value = access;
  }

  /** Takes what came over the port of a document, in turns; resolves when all of it has been taken. */
  take(key: string, message: unknown): Promise<void> {
    return this.#intake.add(key, message);
  }

  /** Takes the browser's own network log, whole; see `NetworkLog.take`. @throws HarError where it is none */
  takeNetworkLog(log: unknown, extension: string): void {
    this.#network.take(this.#live, log, extension);
    this.#turns.touch();
  }

  leave(key: string): void {
    this.#live.leave(key, Date.now());
    this.#letGo();
    this.#turns.touch();
  }

  // From the views

  record(on: boolean): void {
    this.recording.value = on;
    this.#live.recording = on;
  }

  /** Empties the session of the page, or puts the one from a file away. */
  clear(): void {
    if (this.file.peek() === undefined) this.#live = this.#live.afresh();
    this.showLive();
  }

  /** Puts the session of a file on screen. */
  open(session: Session, file: string): void {
    this.file.value = file;
    this.#show(session);
  }

  /** Puts the session of the page on screen. */
  showLive(): void {
    this.file.value = undefined;
    this.#show(this.#live);
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
    this.#query = asked;
    this.#filterMarks = asked.highlight;
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

  setSort(sort: Sort | undefined): void {
    this.sort.value = sort;
    this.#search.sortBy(sort, performance.now());
    this.#turns.schedule();
  }

  /** Looks for what is in the language of the filter among the rows of the table; the empty text is for nothing. */
  setFind(text: string): void {
    this.find.value = text;
    const query = parseQuery(text);
    this.findError.value = query.ok ? undefined : query.error;
    if (!query.ok) return;
    this.#findTest = query.test;
    this.#findMarks = query.highlight;
    this.#mark();
    this.#search.find(text.trim() === '' ? undefined : query.test);
    this.#turns.schedule();
  }

  /** Whether all hits of Find are known. */
  get foundAll(): boolean {
    return this.#search.foundAll;
  }

  /** How much of the session has been looked at for the table, from 0 to 1. */
  get progress(): number {
    return this.#search.progress;
  }

  select(row: number | undefined): void {
    this.selected.value = row;
  }

  show(dialog: Asked['dialog']): void {
    this.asked.value = { dialog };
  }

  /** A dialog was closed; the browser says so later, when it may have been asked for again. */
  hide(asked: Asked): void {
    if (this.asked.peek() === asked) this.asked.value = undefined;
  }

  /** Marks a row, with a note that may be empty; `undefined` takes the mark away. */
  annotate(row: number, note: string | undefined): void {
    const session = this.session.peek();
    const wanted = () => [this.#query.test, this.#findTest].map((test) => passes(test, session, row)).join();
    const before = wanted();
    session.rows.annotate(row, note);
    // A row is tested once: what looks for its note has to look again.
    if (wanted() !== before) this.#look(false);
    this.#turns.touch();
  }

  tell(notice: Notice | undefined): void {
    this.notice.value = notice;
  }

  /**
   * Sends to the server, or injects into the page, on a socket of the page. Resolves when the hook has said what
   * became of it: to a refusal, or to nothing where it was done.
   */
  deliver(type: 'send' | 'inject', socket: SocketRecord, data: Sendable): Promise<Refusal | undefined> {
    return this.#errands.deliver(type, socket, data);
  }

  /** Closes a socket of the page; 1000 where no code is given. */
  close(socket: SocketRecord, code?: number, reason?: string): Promise<Refusal | undefined> {
    return this.#errands.close(socket, code, reason);
  }

  #take(key: string, part: ReadBatch): void {
    this.#live.take(key, part);
    for (const outcome of part.outcomes) this.#errands.settle(outcome);
    void this.disk.relieve(this.#live);
    this.#turns.touch();
  }

  /** Clears what is of pages that are gone, once there is another, unless the log is to be preserved. */
  #letGo(): void {
    if (this.preserveLog || !hasPast(this.#live.documents)) return;
    const old = this.#live;
    this.#live = old.withoutGone();
    this.disk.pass(old, this.#live);
    if (this.file.peek() === undefined) this.#show(this.#live);
  }

  #show(session: Session): void {
    const old = this.session.peek();
    this.session.value = session;
    this.selected.value = undefined;
    this.range.value = undefined;
    this.chosen.value = new Set();
    this.#look();
    if (old !== session && old !== this.#live) this.disk.discard(old);
  }

  /** @param mayNarrow whether what did not pass before cannot pass now where more is asked for */
  #look(mayNarrow = true): void {
    const [chosen, messagesOnly, range] = [this.chosen.peek(), this.messagesOnly.peek(), this.range.peek()];
    const conditions = { ...this.#query, chosen, messagesOnly, range };
    this.#search.start(this.session.peek(), meets(conditions), {
      now: performance.now(),
      narrower: mayNarrow && areNarrower(conditions, this.#conditions),
      newestFirst: this.follow.peek(),
    });
    this.#conditions = conditions;
    this.#turns.schedule();
  }

  /** What was looked for last is what one wants to see. */
  #mark(): void {
    this.highlight.value = this.#findMarks ?? this.#filterMarks;
  }
}
