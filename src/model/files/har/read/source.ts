import type { NewRow } from '../../../session/rows.ts';
import type { Session } from '../../../session/session.ts';
import type { DocumentRecord, SocketRecord } from '../../../session/socket.ts';
import { timeOr } from '../../../session/time.ts';
import type { Field } from './field.ts';
import type { Messages } from './messages.ts';

/** An entry of a HAR that is a WebSocket, and the document that it belongs to. */
export interface SourceEntry {
  /** All but its messages. */
  readonly entry: Field;
  readonly messages: Messages;
  readonly document: DocumentRecord;
}

/** A row and its place among the rows of all sockets: smaller is earlier. */
export interface PlacedRow {
  readonly order: number;
  readonly row: NewRow;
}

/** The rows of a socket, of which messages are read when it is their turn. */
export interface EntryRows {
  readonly before: readonly PlacedRow[];
  readonly messages: Messages;
  /** The places of the messages. */
  readonly orders: () => Iterable<number>;
  /** @returns the row of the message with that index; `undefined` for what is none */
  readonly read: (message: Field, index: number) => NewRow | undefined;
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
    for (const page of pages.records()) {
      if (isOwn(page)) this.#addOwn(page);
      const id = page.at('id').or((field) => field.text(), undefined);
      if (id !== undefined) this.#pages.set(id, page);
    }
  }

  /** The document of an entry; `started` in ms since the epoch stands in where the file does not know when it began. */
  of(entry: Field, started: number): DocumentRecord {
    const id = entry.at('pageref').or((field) => field.text(), '');
    const page = this.#pages.get(id);
    if (!page) return this.#session.addDocument(keyOf(''), '', started);
    if (isOwn(page)) return this.#addOwn(page);
    const url = page.at('title').or((field) => field.string(), '');
    return this.#session.addDocument(keyOf(id), url, startedOf(page, started), true);
  }

  #addOwn(page: Field): DocumentRecord {
    const own = page.at('_sockscope');
    const id = page.at('id').or((field) => field.text(), '');
    const key = keyOf(own.at('key').or((field) => field.string(), id));
    const document = this.#session.addDocument(
      key,
      own.at('url').or((field) => field.string(), ''),
      own.at('origin').or((field) => field.number(), undefined) ?? startedOf(page, 0),
      own.at('top').or((field) => field.boolean(), false),
    );
    const gone = own.at('gone').or((field) => field.number(), undefined);
    if (gone !== undefined) document.gone = timeOr(gone, document.origin);
    return document;
  }
}

const isOwn = (page: Field) => page.at('_sockscope').isObject;

/** When a page or an entry began, in ms since the epoch. @param otherwise where it does not say so */
export const startedOf = (what: Field, otherwise: number): number =>
  what.at('startedDateTime').or((field) => field.date(), otherwise);
