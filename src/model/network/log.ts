import { Field } from '../har/read/field.ts';
import { readMessage } from '../har/read/message.ts';
import { fromEpoch } from '../har/time.ts';
import type { Session } from '../session/session.ts';
import { enter, type SocketRecord, seeAgain } from '../session/socket.ts';
import { type NetworkEntry, readEntries } from './entry.ts';
import { match } from './match.ts';

/** What became of an entry. */
interface Known {
  /** Number of the socket among those of workers; absent where the entry is a page's. */
  readonly worker?: number;
  /** How many of its messages were taken. */
  taken: number;
}

/** How long a socket of a page may take to be heard of by the hook before its entry counts as a worker's, in ms. */
const PATIENCE = 2000;

/**
 * What the browser's own network log adds to a session: the handshakes of the page's sockets, and whole sockets of
 * workers, which no content script reaches. These can be read only.
 */
export class NetworkLog {
  readonly #known = new Map<string, Known>();
  /** When something was last heard of a worker's socket, by its number, ms since the epoch. */
  readonly #heard = new Map<number, number>();

  /**
   * Takes the log into a session, as it is at `now` (ms since the epoch); it is always given whole. What was taken
   * stays, also where the browser has forgotten it.
   * @throws HarError where it is no log
   */
  take(session: Session, log: unknown, now: number): void {
    const entries = readEntries(new Field(log).at('entries').items());
    this.#matchPages(session, entries);
    for (const entry of entries) {
      if (!this.#known.has(entry.key) && now - entry.started > PATIENCE) this.#meet(session, entry);
      this.#takeMessages(session, entry);
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

  #meet(session: Session, entry: NetworkEntry): void {
    const worker = this.#known.size + 1;
    this.#known.set(entry.key, { worker, taken: 0 });
    workerSocket(session, entry, worker);
  }

  #matchPages(session: Session, entries: readonly NetworkEntry[]): void {
    const sockets = session.sockets
      .filter(({ place, handshake }) => place === 'page' && !handshake)
      .map((socket) => ({ socket, url: socket.url, time: socket.created }));
    const timed = entries
      .filter(({ key }) => !this.#known.has(key))
      .map((entry) => ({ entry, url: entry.url, time: entry.started }));
    for (const { socket, entry, ambiguous } of match(sockets, timed)) {
      setHandshake(socket.socket, entry.entry, ambiguous);
      this.#known.set(entry.entry.key, { taken: 0 });
    }
  }

  #takeMessages(session: Session, entry: NetworkEntry): void {
    const known = this.#known.get(entry.key);
    // A session that was cleared since knows the socket again once it has something new.
    if (known?.worker === undefined || known.taken >= entry.messages.length) return;
    const socket = workerSocket(session, entry, known.worker);
    seeAgain(socket);
    for (; known.taken < entry.messages.length; known.taken++) {
      const message = entry.messages[known.taken] as Field;
      const row = readMessage(message, socket, (time) => fromEpoch(time) ?? entry.started);
      if (row) this.#heard.set(known.worker, row.time);
      if (row && session.recording) session.push(row);
    }
  }
}

function setHandshake(socket: SocketRecord, entry: NetworkEntry, ambiguous: boolean): void {
  const { status, request, response } = entry;
  socket.handshake = { status, request, response, ambiguous };
}

/** The socket of a worker with that number, made known where it was not. */
function workerSocket(session: Session, entry: NetworkEntry, worker: number): SocketRecord {
  const { url, started: time } = entry;
  const document = session.addDocument('workers', '', time);
  const socket = session.addSocket(document, worker, time);
  if (socket.handshake) return socket;
  Object.assign(socket, { url, args: [url], place: 'worker' });
  setHandshake(socket, entry, false);
  enter(socket, 'connecting', time, 'page');
  session.push({ type: 'construct', time, socket, data: url });
  if (entry.status === 101) {
    enter(socket, 'open', time, 'server');
    session.push({ type: 'open', time, socket, data: '' });
  }
  return socket;
}
