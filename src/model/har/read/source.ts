import type { NewRow } from '../../session/rows.ts';
import type { Session } from '../../session/session.ts';
import type { DocumentRecord, SocketRecord } from '../../session/socket.ts';
import type { Field } from './field.ts';
import type { PlacedRow } from './message.ts';
import type { Messages } from './messages.ts';

/** An entry of a HAR that is a WebSocket, and the document that it belongs to. */
export interface SourceEntry {
  /** All but its messages. */
  readonly entry: Field;
  readonly messages: Messages;
  readonly document: DocumentRecord;
}

/** The rows of a socket, of which messages are read when it is their turn. */
export interface EntryRows {
  readonly before: readonly PlacedRow[];
  readonly messages: Messages;
  /** The places of the messages. */
  readonly orders: () => Iterable<number>;
  /** @returns `undefined` for one that is no message. @throws HarError where the field of one cannot be read */
  readonly read: (message: Field) => NewRow | undefined;
  readonly after: readonly PlacedRow[];
}

/** Makes a socket known under that number of its document, or under another where a file gives one number twice. */
export function newSocketIn(
  session: Session,
  document: DocumentRecord,
  id: number,
  created: number,
): SocketRecord {
  const index = session.sockets.length;
  let socket = session.addSocket(document, id, created);
  for (let free = -1 - index; socket.index !== index; free--)
    socket = session.addSocket(document, free, created);
  return socket;
}

/** Sets the documents of a file apart from those of the tab: nothing live is to be taken into them, or sent to them. */
const keyOf = (name: string) => `har:${name}`;

/** The documents of a HAR: its pages, as far as an entry names them. */
export class Documents {
  readonly #session: Session;
  readonly #pages = new Map<string, Field>();

  constructor(session: Session, pages: Field) {
    this.#session = session;
    for (const page of pages.maybe((field) => field.items()) ?? []) {
      if (page.at('_sockscope').value !== undefined) this.#addOwn(page);
      this.#pages.set(page.at('id').string(), page);
    }
  }

  /** The document of an entry; `started` in ms since the epoch stands in where the file does not know the page. */
  of(entry: Field, started: number): DocumentRecord {
    const id = entry.at('pageref').maybe((field) => field.string()) ?? '';
    const page = this.#pages.get(id);
    if (!page) return this.#session.addDocument(keyOf(''), '', started);
    if (page.at('_sockscope').value !== undefined) return this.#addOwn(page);
    const url = page.at('title').maybe((field) => field.string()) ?? '';
    return this.#session.addDocument(keyOf(id), url, page.at('startedDateTime').date(), true);
  }

  #addOwn(page: Field): DocumentRecord {
    const own = page.at('_sockscope');
    const key = keyOf(own.at('key').string());
    const top = own.at('top').maybe((field) => field.boolean()) ?? false;
    const document = this.#session.addDocument(key, own.at('url').string(), own.at('origin').number(), top);
    const gone = own.at('gone').maybe((field) => field.number());
    if (gone !== undefined) document.gone = gone;
    return document;
  }
}
