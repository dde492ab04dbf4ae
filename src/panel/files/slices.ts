import {
  type DocumentRecord,
  type NewRow,
  type Remarks,
  Session,
  type SocketRecord,
  sizeOf,
  socketAt,
} from '#model';

/** What a session is without its rows. */
export interface Outline {
  readonly documents: readonly DocumentRecord[];
  readonly sockets: readonly SocketRecord[];
  /** How many rows there are to come, or some more. */
  readonly rows: number;
}

/** A row whose socket is named by its index. */
export type SlicedRow = Omit<NewRow, 'socket'> & { readonly socket: number };

/** A slice has no more rows than that, and ends with the row that brings it over so many bytes. */
const ROWS = 500;
const BYTES = 500_000;

export const outline = ({ documents, sockets }: Session, rows: number): Outline => ({
  documents,
  sockets,
  rows,
});

/** The rows of a session, in slices that can be taken between two frames. */
export function* slices(rows: Iterable<NewRow>): Iterable<readonly SlicedRow[]> {
  let slice: SlicedRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    slice.push({ ...row, size, socket: row.socket.index });
    bytes += size;
    if (slice.length < ROWS && bytes < BYTES) continue;
    yield slice;
    slice = [];
    bytes = 0;
  }
  yield slice;
}

/** Puts a session together again. */
export class Assembly {
  readonly session = new Session();
  readonly #documents = new Map<string, DocumentRecord>();
  readonly #rows: number;

  constructor({ documents, sockets, rows }: Outline) {
    this.#rows = rows;
    for (const document of documents) this.#addDocument(document);
    for (const socket of sockets) this.#addSocket(socket);
  }

  /** How much of it is there, from 0 to 1. */
  get share(): number {
    return this.#rows === 0 ? 1 : this.session.rows.length / this.#rows;
  }

  add(slice: readonly SlicedRow[]): void {
    for (const row of slice) {
      const socket = socketAt(this.session.sockets, row.socket);
      if (socket) this.session.push({ ...row, socket });
    }
  }

  /** @param remarks what was odd in the file */
  finish(remarks: Remarks): Session {
    this.session.remarks = remarks;
    return this.session;
  }

  #addDocument({ key, url, top, origin, gone }: DocumentRecord): void {
    const document = this.session.addDocument(key, url, origin, top);
    if (gone !== undefined) document.gone = gone;
    this.#documents.set(key, document);
  }

  /** Messages are counted again as they are added. */
  #addSocket(socket: SocketRecord): void {
    const document = this.#documents.get(socket.document.key);
    if (!document) return;
    const own = this.session.addSocket(document, socket.id, socket.created);
    const { index, sent, received, unsent, injected } = own;
    Object.assign(own, socket, { index, document, sent, received, unsent, injected });
  }
}
