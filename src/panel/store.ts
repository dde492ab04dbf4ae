import { signal } from '@preact/signals';
import { NetworkLog, parseQuery, type QueryError, Result, Session, type SocketRecord } from '#model';
import type { Access, Command, Outcome, ReadBatch, Refusal, Sendable } from '#protocol';

/** A stretch of time in ms since the epoch. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is told to the person once: a key of _locales and what fills its gaps. */
export interface Notice {
  readonly level: 'info' | 'error';
  readonly key: string;
  readonly details: readonly string[];
}

/** Gives a command to the document with that key; false where it is out of reach. */
export type GiveCommand = (documentKey: string, command: Command) => boolean;

type RowTest = (session: Session, row: number) => boolean;

/** For how long one turn may look through rows before the browser gets to paint, in ms. */
const SLICE = 8;

/**
 * The panel's one place for state: signals around the model. Views read the signals and call the actions;
 * `revision` moves, at most once a frame, when the session or the result has changed in place.
 */
export class Store {
  /** The session of the page; it goes on while one from a file is on screen. */
  #live = new Session();
  /** The session on screen. */
  readonly session = signal(this.#live);
  /** Name of the file that the session on screen is from. */
  readonly file = signal<string | undefined>(undefined);
  readonly result = signal(new Result(this.session.peek(), () => true));
  readonly revision = signal(0);
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
  /** Index of the row whose details are shown. */
  readonly selected = signal<number | undefined>(undefined);
  readonly notice = signal<Notice | undefined>(undefined);

  #test: RowTest = passAll;
  readonly #network = new NetworkLog();
  #scheduled = false;
  #commands = 0;
  readonly #waiting = new Map<number, (refusal: Refusal | undefined) => void>();
  readonly #give: GiveCommand;

  constructor(give: GiveCommand) {
    this.#give = give;
  }

  /** Whether the table shows less than the whole session. */
  get narrowed(): boolean {
    return this.filter.value !== '' || this.chosen.value.size > 0 || this.range.value !== undefined;
  }

  // From the connection

  /** A document of the page is there; gives the number of the last event that is known of it. */
  meet(key: string, url: string): number {
    this.#live.addDocument(key, url, Date.now());
    return this.#live.lastEvent(key);
  }

  setAccess(access: Access): void {
    this.access.value = access;
  }

  take(key: string, batch: ReadBatch): void {
    this.#live.take(key, batch);
    for (const outcome of batch.outcomes) this.#settle(outcome);
    this.#schedule();
  }

  /** Takes the browser's own network log, whole. @throws HarError where it is none */
  takeNetworkLog(log: unknown): void {
    this.#network.take(this.#live, log, Date.now());
    this.#schedule();
  }

  leave(key: string): void {
    this.#live.leave(key, Date.now());
    this.#schedule();
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

  /** A filter that cannot be read leaves the last good result in place, and says why. */
  setFilter(text: string): void {
    this.filter.value = text;
    const query = parseQuery(text);
    this.filterError.value = query.ok ? undefined : query.error;
    if (!query.ok) return;
    this.highlight.value = query.highlight;
    this.#test = query.test;
    this.#search();
  }

  choose(sockets: ReadonlySet<number>): void {
    this.chosen.value = sockets;
    this.#search();
  }

  setRange(range: Range | undefined): void {
    this.range.value = range;
    this.#search();
  }

  select(row: number | undefined): void {
    this.selected.value = row;
  }

  tell(notice: Notice | undefined): void {
    this.notice.value = notice;
  }

  /**
   * Sends to the server, or injects into the page, on a socket of the page. Resolves when the hook has said what
   * became of it: to a refusal, or to nothing where it was done.
   */
  deliver(type: 'send' | 'inject', socket: SocketRecord, data: Sendable): Promise<Refusal | undefined> {
    return this.#command(socket, (id) => ({ type, id, socket: socket.id, data }));
  }

  /** Closes a socket of the page; 1000 where no code is given. */
  close(socket: SocketRecord, code?: number, reason?: string): Promise<Refusal | undefined> {
    const own = { ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) };
    return this.#command(socket, (id) => ({ type: 'close', id, socket: socket.id, ...own }));
  }

  #command(socket: SocketRecord, make: (id: number) => Command): Promise<Refusal | undefined> {
    const id = ++this.#commands;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      if (!this.#give(socket.document.key, make(id))) this.#settle({ id, error: 'gone' });
    });
  }

  #settle({ id, error }: Outcome): void {
    this.#waiting.get(id)?.(error);
    this.#waiting.delete(id);
  }

  #show(session: Session): void {
    this.session.value = session;
    this.selected.value = undefined;
    this.range.value = undefined;
    this.chosen.value = new Set();
    this.#search();
  }

  #search(): void {
    this.result.value = new Result(this.session.peek(), this.#passes());
    this.#schedule();
  }

  /** The test of one row, cheapest part first. */
  #passes(): RowTest {
    const chosen = this.chosen.peek();
    const range = this.range.peek();
    const test = this.#test;
    return (session, row) =>
      (chosen.size === 0 || chosen.has(session.rows.socketIndex(row))) &&
      (!range || within(range, session.rows.time(row))) &&
      test(session, row);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => this.#turn());
  }

  #turn(): void {
    this.#scheduled = false;
    const now = () => performance.now();
    if (!this.result.peek().advance(now() + SLICE, now)) this.#schedule();
    this.revision.value++;
  }
}

const passAll: RowTest = () => true;

const within = ({ from, to }: Range, time: number) => time >= from && time <= to;
