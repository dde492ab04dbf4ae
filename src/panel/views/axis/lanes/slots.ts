import { currentPage, type DocumentRecord, pageOf, type Session, type SocketRecord } from '#model';
import { attemptsOf } from './attempts.ts';
import type { Slot } from './slot.ts';
import { type Wanted, wantsAll, wantsSocket } from './wanted.ts';

/**
 * The lanes of a session from top to bottom: what lives first, then what has ended, of the page that is there; then a line
 * for each page that was left. Sockets to one URL one after the other are attempts at one connection, and have a line together.
 */
export class Slots {
  readonly #session: Session;
  readonly #opened = new Set<string>();
  #wanted: Wanted = wantsAll;
  #list: readonly Slot[] = [];
  /** Position of each socket's lane, or of the one that it is in, by its index. */
  #positions: number[] = [];
  /** What the list was made from, and how often a person had changed it by then. */
  #made = '';
  #changes = 0;
  #changesMade = 0;
  readonly #stands: () => boolean;

  /** @param stands whether lanes stay where they are, unless a person changes them */
  constructor(session: Session, stands: () => boolean = () => false) {
    this.#session = session;
    this.#stands = stands;
  }

  get list(): readonly Slot[] {
    if (this.#stands() && this.#changes === this.#changesMade) return this.#list;
    const state = this.#state();
    if (this.#made !== state) this.#arrange();
    this.#made = state;
    this.#changesMade = this.#changes;
    return this.#list;
  }

  /** Position in `list` of the lane that the socket with that index is in; -1 where it is in none that is wanted. */
  of(socket: number): number {
    return this.list.length > 0 ? (this.#positions[socket] ?? -1) : -1;
  }

  /** Opens a lane of several sockets, or folds it. */
  toggle({ key }: Slot): void {
    if (!this.#opened.delete(key)) this.#opened.add(key);
    this.#changes++;
  }

  /** Has only those lanes that a person wants to see, in the order that they want. */
  want(wanted: Wanted): void {
    this.#wanted = wanted;
    this.#changes++;
  }

  /** What changes when lanes have to be put in order again. */
  #state(): string {
    const { sockets, documents, rows } = this.#session;
    let ended = 0;
    for (const { state } of sockets) if (state === 'closed') ended++;
    const gone = documents.reduce((count, document) => count + (document.gone === undefined ? 0 : 1), 0);
    // An order by how much there was is looked at again as more comes.
    const grown = this.#wanted === wantsAll ? 0 : rows.length >> 9;
    return [sockets.length, ended, documents.length, gone, grown, this.#changes].join();
  }

  #arrange(): void {
    const { sockets, documents } = this.#session;
    const pastOf = pastPages(documents);
    const present: SocketRecord[] = [];
    const past = new Map<DocumentRecord, SocketRecord[]>();
    for (const socket of sockets) {
      if (!wantsSocket(this.#wanted, socket)) continue;
      const page = pastOf(socket.document);
      if (!page) present.push(socket);
      else if (!past.get(page)?.push(socket)) past.set(page, [socket]);
    }
    const left = [...past].reverse().flatMap(([page, own]) => this.#pageLanes(page, own));
    this.#place([...this.#lanesOf(present, 0), ...left]);
  }

  #pageLanes(page: DocumentRecord, sockets: readonly SocketRecord[]): Slot[] {
    const key = `page ${page.key}`;
    const open = this.#opened.has(key);
    return [{ kind: 'page', key, sockets, open, depth: 0, page }, ...(open ? this.#lanesOf(sockets, 1) : [])];
  }

  #lanesOf(sockets: readonly SocketRecord[], depth: number): Slot[] {
    const groups = attemptsOf(sockets).map((own): Slot => {
      const [first] = own;
      if (own.length === 1)
        return { kind: 'socket', key: `socket ${first?.index}`, sockets: own, open: false, depth };
      const key = `attempts ${first?.index}`;
      return { kind: 'attempts', key, sockets: own, open: this.#opened.has(key), depth };
    });
    return this.#wanted.order(groups).flatMap((slot) => (slot.open ? [slot, ...membersOf(slot)] : [slot]));
  }

  #place(list: readonly Slot[]): void {
    this.#list = list;
    this.#positions = new Array(this.#session.sockets.length).fill(-1);
    // The lane of its own comes after the one that it is in with others.
    list.forEach(({ sockets }, position) => {
      for (const { index } of sockets) this.#positions[index] = position;
    });
  }
}

/** Gives of a document the page that it is in, where that was left for another one. */
function pastPages(documents: readonly DocumentRecord[]) {
  const now = currentPage(documents);
  const known = new Map<DocumentRecord, DocumentRecord | undefined>();
  return (document: DocumentRecord): DocumentRecord | undefined => {
    if (!known.has(document)) {
      const page = pageOf(documents, document);
      known.set(document, now && page !== now && page?.gone !== undefined ? page : undefined);
    }
    return known.get(document);
  };
}

const membersOf = ({ sockets, depth }: Slot): Slot[] =>
  sockets.map((socket) => ({
    kind: 'socket',
    key: `socket ${socket.index}`,
    sockets: [socket],
    open: false,
    depth: depth + 1,
  }));
