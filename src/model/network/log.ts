import { Field } from '../files/har/read/field.ts';
import { readMessage } from '../files/har/read/message.ts';
import { fromEpoch, timeOf } from '../files/har/read/times/units.ts';
import type { Session } from '../session/session.ts';
import { enter, type Handshake, type SocketRecord, seeAgain } from '../session/socket.ts';
import { type NetworkEntry, readEntries } from './entry.ts';
import { match } from './match.ts';

/** What became of an entry. */
interface Known {
  /** Its socket's, the one and the same: the log may have the answer later than the request. */
  readonly handshake: Handshake;
  /** Counts all that were known before it; a worker's socket has it for its own. */
  readonly number: number;
  /** How many of its messages were taken. */
  taken: number;
  /** Whether its end was. */
  ended: boolean;
}

/** What was taken of a log. */
export interface NetworkMemory {
  readonly known: Map<string, Known>;
  /** When something was last heard of a worker's socket, by its number, ms since the epoch. */
  readonly heard: Map<number, number>;
}

/**
 * What the browser's own network log adds to a session: the handshakes of the page's sockets, and whole sockets of
 * workers, which no content script reaches. These can be read only.
 */
export class NetworkLog {
  readonly #known: Map<string, Known>;
  readonly #heard: Map<number, number>;

  /** @param memory what one has taken that this one goes on from */
  constructor({ known, heard }: NetworkMemory = { known: new Map(), heard: new Map() }) {
    this.#known = known;
    this.#heard = heard;
  }

  /** What was taken, for a structured clone: its handshakes are the sockets' own. */
  get memory(): NetworkMemory {
    return { known: this.#known, heard: this.#heard };
  }

  /**
   * Takes the log into a session; it is always given whole. What was taken stays, also where the browser has forgotten
   * it.
   * @param extension URL below which the scripts of the extension are
   * @throws HarError where it is no log
   */
  take(session: Session, log: unknown, extension: string): void {
    const entries = readEntries(new Field(log).at('entries').items(), extension);
    this.#matchPages(session, entries);
    for (const entry of entries) {
      const known = this.#known.get(entry.key);
      if (!entry.hooked && hasNews(entry, known)) this.#follow(session, entry, known ?? this.#meet(entry));
      if (known) Object.assign(known.handshake, answerOf(entry));
    }
    this.#loseSight(session);
  }

  /**
   * Workers mostly go with their page, and the log is emptied then. Some outlive it: all that is known is that nothing
   * was heard of a socket since.
   */
  #loseSight(session: Session): void {
    const left = Math.max(0, ...session.documents.map(({ top, gone = 0 }) => (top ? gone : 0)));
    for (const socket of session.sockets) {
      const heard = this.#heard.get(socket.id) ?? socket.created;
      if (socket.place === 'page' || socket.state === 'closed' || heard >= left) continue;
      enter(socket, 'closed', left, 'unseen');
      session.push({ type: 'unload', time: left, socket });
    }
  }

  #matchPages(session: Session, entries: readonly NetworkEntry[]): void {
    const sockets = session.sockets
      .filter(({ place, handshake, error }) => place === 'page' && !handshake && error === undefined)
      .map((record) => ({ record, url: record.url, from: record.created, to: connectingUntil(record) }));
    const sent = entries
      .filter(({ key, hooked }) => hooked && !this.#known.has(key))
      .map((entry) => ({ entry, url: entry.url, time: entry.started }));
    for (const { socket, entry, ambiguous } of match(sockets, sent))
      socket.record.handshake = this.#meet(entry.entry, ambiguous).handshake;
  }

  #meet(entry: NetworkEntry, ambiguous = false): Known {
    const known = {
      handshake: { ...answerOf(entry), ambiguous },
      number: this.#known.size + 1,
      taken: 0,
      ended: false,
    };
    this.#known.set(entry.key, known);
    return known;
  }

  /** Takes what is new of the socket of a worker. */
  #follow(session: Session, entry: NetworkEntry, known: Known): void {
    const socket = workerSocket(session, entry, known);
    for (; known.taken < entry.messages.length; known.taken++) {
      seeAgain(socket);
      const message = entry.messages[known.taken] as Field;
      const row = readMessage(message, socket, whenOf(message, entry));
      if (row) this.#heard.set(known.number, row.time);
      if (row) session.keep(row);
    }
    if (entry.ended === undefined || known.ended) return;
    known.ended = true;
    seeAgain(socket);
    // The log has the start in whole ms, and the end by it.
    const time = Math.max(entry.ended, this.#heard.get(known.number) ?? 0);
    enter(socket, 'closed', time, entry.status === 0 ? 'error' : 'log');
    session.push({ type: 'close', time, socket, data: '' });
  }
}

const hasNews = ({ status, messages, ended }: NetworkEntry, known: Known | undefined): boolean =>
  known?.handshake.status !== status ||
  known.taken < messages.length ||
  known.ended !== (ended !== undefined);

function whenOf(message: Field, { started }: NetworkEntry) {
  const time = fromEpoch(timeOf(message.at('time').value));
  return Number.isNaN(time) ? { time: started, isPlaced: true } : { time, isPlaced: false };
}

const answerOf = ({ status, request, response }: NetworkEntry) => ({ status, request, response });

const connectingUntil = ({ transitions }: SocketRecord): number =>
  transitions.find(({ state }) => state !== 'connecting')?.time ?? Infinity;

/** The socket of a worker, made known where it was not: a session that was cleared knows it again once there is news. */
function workerSocket(session: Session, entry: NetworkEntry, { number, handshake }: Known): SocketRecord {
  const { url, started, answered } = entry;
  const document = session.addDocument('workers', '', started);
  const socket = session.addSocket(document, number, started);
  if (!socket.handshake) {
    Object.assign(socket, { url, args: [url], place: 'worker', handshake });
    enter(socket, 'connecting', started, 'page');
    session.push({ type: 'construct', time: started, socket, data: url });
  }
  if (entry.status === 101 && socket.state === 'connecting') {
    enter(socket, 'open', answered, 'server');
    session.push({ type: 'open', time: answered, socket, data: '' });
  }
  return socket;
}
