import type { ReadBatch, SocketEvent } from '#protocol';
import type { Packs } from '../packs/packs.ts';
import { Signatures } from '../signatures/signatures.ts';
import { fold } from './fold.ts';
import { currentPage } from './page.ts';
import type { Remarks } from './remarks.ts';
import { isMessage, isOnWire } from './row.ts';
import { type NewRow, Rows } from './rows.ts';
import { type DocumentRecord, enter, everySocket, newSocket, type SocketRecord } from './socket.ts';
import { timeOr } from './time.ts';

/** How far a document has told of its sockets. */
export interface Told {
  /** Number of the last event taken; what comes again is not taken twice. */
  readonly last: number;
  /** By number of a socket, how many of its events are not, or no longer, to be counted as lost. */
  readonly settled: ReadonlyMap<number, number>;
}

/** What the session knows of a document beside its record. */
interface Source extends Told {
  readonly document: DocumentRecord;
  readonly sockets: Map<number, SocketRecord>;
  last: number;
  readonly settled: Map<number, number>;
}

/** A time in which messages were not taken, in ms since the epoch. */
export interface Pause {
  readonly from: number;
  readonly to?: number;
}

/**
 * A session: everything that is known of the WebSockets of a tab, or of a file. It grows by batches from documents
 * (`take`), or piece by piece where a file is read (`addDocument`, `addSocket`, `push`). It never forgets.
 */
export class Session {
  readonly documents: DocumentRecord[] = [];
  readonly sockets: SocketRecord[] = [];
  readonly rows;
  /** What is not in which of the rows' payloads, as far as it is known. */
  readonly signatures;
  /** Whether messages are taken; the life of sockets always is, so that states stay true. See `record`. */
  recording = true;
  /** When messages were not taken, in ms since the epoch; the last has no end where that goes on. */
  readonly pauses: Pause[] = [];
  /** How many messages were not taken since the last pause began. */
  unkept = 0;
  /** Messages among the rows, whether they went over the wire or not. */
  messages = 0;
  /** Those of them that did not: a `send()` that threw or came after the close, what a person injected. */
  aside = 0;
  /** What was odd in the file that it is from; absent where it is of a page. */
  remarks?: Remarks;
  readonly #sources = new Map<string, Source>();

  /** @param packs what is on disk already of the rows to come */
  constructor(packs?: Packs) {
    this.rows = new Rows(this.sockets, packs);
    this.signatures = new Signatures(this.rows.payloads);
  }

  /** Events that never reached the panel, over all sockets. */
  get lost(): number {
    return this.sockets.reduce((sum, socket) => sum + socket.lost, 0);
  }

  /** Whether it is of a page, where things go on. */
  get live(): boolean {
    return this.remarks === undefined;
  }

  /** ms since the epoch of the first row; 0 where there is none. */
  get start(): number {
    return this.rows.time(0);
  }

  /** The number of the last event taken from a document: what an attach asks to continue after. */
  lastEvent(key: string): number {
    return this.#sources.get(key)?.last ?? 0;
  }

  /** How far each document has told, by its key: where a session that is put together again goes on, see `goOn`. */
  get told(): ReadonlyMap<string, Told> {
    return this.#sources;
  }

  /** Goes on where another session of the same documents was: what that one was told is not taken again. */
  goOn(told: ReadonlyMap<string, Told>): void {
    for (const [key, { last, settled }] of told) {
      const source = this.#sources.get(key);
      if (!source) continue;
      source.last = last;
      for (const [id, events] of settled) source.settled.set(id, events);
    }
  }

  /**
   * Makes a document known; the same key twice is the same document, come back from the bfcache perhaps.
   * @param origin in ms since the epoch
   * @param top whether it is a page, and not in a frame of one
   */
  addDocument(key: string, url: string, origin: number, top = false): DocumentRecord {
    const known = this.#sources.get(key);
    if (known) {
      delete known.document.gone;
      return known.document;
    }
    const document: DocumentRecord = { key, url, top, origin: timeOr(origin, 0) };
    this.documents.push(document);
    this.#sources.set(key, { document, sockets: new Map(), last: 0, settled: new Map() });
    return document;
  }

  /** The socket with that number in a document, made known if it was not. `created` in ms since the epoch. */
  addSocket(document: DocumentRecord, id: number, created: number): SocketRecord {
    const source = this.#sources.get(document.key);
    const known = source?.sockets.get(id);
    if (known) return known;
    const socket = newSocket(this.sockets.length, document, id, created);
    this.sockets.push(socket);
    source?.sockets.set(id, socket);
    return socket;
  }

  /** Appends a row and counts it for its socket; gives the row's index. @param handle see `Rows.push` */
  push(row: NewRow, handle?: number): number {
    const index = this.rows.push(row, handle);
    if (row.type === 'pause') this.pauses.push({ from: this.rows.time(index) });
    else if (row.type === 'resume') this.#endPause(this.rows.time(index));
    if (isMessage(row.type)) this.#count(row, this.rows.size(index));
    return index;
  }

  /** Appends a row of what happens now, unless it is a message and none are taken. */
  keep(row: NewRow): void {
    if (this.recording || !isMessage(row.type)) this.push(row);
    else this.unkept++;
  }

  #count(row: NewRow, size: number): void {
    const { sent, received, unsent, injected } = row.socket;
    const onWire = isOnWire(row);
    const [there, instead] = row.type === 'send' ? [sent, unsent] : [received, injected];
    const traffic = onWire ? there : instead;
    traffic.messages++;
    traffic.bytes += size;
    this.messages++;
    if (!onWire) this.aside++;
  }

  /** From now on messages are taken, or not, which is on record. `now` in ms since the epoch. */
  record(on: boolean, now: number): void {
    if (on === this.recording) return;
    this.recording = on;
    this.push({
      type: on ? 'resume' : 'pause',
      time: now,
      socket: everySocket,
      ...(on && { data: String(this.unkept) }),
    });
    this.unkept = 0;
  }

  /** What was cleared meanwhile may have had the beginning. */
  #endPause(to: number): void {
    const last = this.pauses.at(-1);
    const begun = last?.to === undefined ? this.pauses.pop() : undefined;
    this.pauses.push({ from: begun?.from ?? last?.to ?? this.start, to });
  }

  /** Takes a batch from a document made known before. What was taken already is left out. */
  take(key: string, batch: ReadBatch): void {
    const source = this.#sources.get(key);
    if (!source) return;
    if (source.last === 0) source.document.origin = timeOr(batch.origin, source.document.origin);
    for (const event of batch.events) this.#takeEvent(source, event, batch.origin + event.t);
    for (const [id, events] of batch.counts) {
      const lost = events - (source.settled.get(id) ?? 0);
      if (lost > 0) this.addSocket(source.document, id, batch.origin).lost = lost;
    }
  }

  #takeEvent(source: Source, event: SocketEvent, time: number): void {
    if (event.n <= source.last) return;
    source.last = event.n;
    settle(source, event.socket, 1);
    const socket = this.addSocket(source.document, event.socket, time);
    const row = fold(socket, event, time);
    if (row) this.keep(row);
  }

  /** A document went away: what was still open in it is closed, because of that. `time` in ms since the epoch. */
  leave(key: string, time: number): void {
    const source = this.#sources.get(key);
    if (!source || source.document.gone !== undefined) return;
    source.document.gone = time;
    for (const socket of source.sockets.values()) {
      if (socket.state === 'closed') continue;
      enter(socket, 'closed', time, 'document');
      this.push({ type: 'unload', time, socket });
    }
  }

  /** A session that continues this one without its rows: the sockets that are not closed, and where to go on. */
  afresh(): Session {
    const next = this.#continued(({ state }) => state !== 'closed');
    for (const { document, id, lost } of this.sockets) {
      const source = next.#sources.get(document.key);
      if (source) settle(source, id, lost);
    }
    for (const socket of next.sockets) {
      socket.lost = 0;
      socket.buffered.length = 0;
    }
    return next;
  }

  /**
   * A session that continues this one without the documents that went away, their sockets and their rows. Workers are
   * not known by document: their sockets go if they are older than the page that is there now.
   */
  withoutGone(): Session {
    const since = currentPage(this.documents)?.origin ?? 0;
    const stays = ({ place, created }: SocketRecord) => place === 'page' || created >= since;
    const next = this.#continued(stays, this.rows.payloads.packs);
    for (let index = 0; index < this.rows.length; index++) {
      const old = this.sockets[this.rows.socketIndex(index)];
      const isOfAll = !old && this.rows.time(index) >= since;
      const socket = isOfAll ? everySocket : old && next.#sources.get(old.document.key)?.sockets.get(old.id);
      const row = socket && this.rows.get(index);
      if (row) next.push({ ...row, socket }, this.rows.payloads.handle(index));
    }
    next.rows.payloads.prune();
    return next;
  }

  #continued(stays: (socket: SocketRecord) => boolean, packs?: Packs): Session {
    const next = new Session(packs);
    next.recording = this.recording;
    next.unkept = this.unkept;
    for (const [key, source] of this.#sources) {
      const { url, origin, top, gone } = source.document;
      if (gone !== undefined) continue;
      next.addDocument(key, url, origin, top);
      const target = next.#sources.get(key);
      if (!target) continue;
      target.last = source.last;
      for (const [id, events] of source.settled) target.settled.set(id, events);
    }
    for (const socket of this.sockets) {
      const document = next.#sources.get(socket.document.key)?.document;
      if (document && stays(socket)) next.#adopt(document, socket);
    }
    return next;
  }

  #adopt(document: DocumentRecord, socket: SocketRecord): void {
    const own = this.addSocket(document, socket.id, socket.created);
    const { index, sent, received, unsent, injected, transitions, buffered } = own;
    transitions.push(...socket.transitions);
    for (const sample of socket.buffered) buffered.push(sample);
    const counted = { sent, received, unsent, injected };
    Object.assign(own, socket, counted, { index, document, transitions, buffered });
  }
}

const settle = ({ settled }: Source, id: number, events: number) =>
  settled.set(id, (settled.get(id) ?? 0) + events);
