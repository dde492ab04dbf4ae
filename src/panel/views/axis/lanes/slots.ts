import type { DocumentRecord, Session, SocketRecord } from '#model';

/** What a lane is for: a socket, or a document whose sockets come below. */
export type Slot = SocketRecord | DocumentRecord;

export const isSocket = (slot: Slot): slot is SocketRecord => 'index' in slot;

/** The lanes of a session from top to bottom: sockets by document, with a heading each where there are several. */
export class Slots {
  readonly #session: Session;
  #list: Slot[] = [];
  /** Position of each socket's lane, by its index. */
  #positions: number[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  get list(): readonly Slot[] {
    if (this.#positions.length !== this.#session.sockets.length) this.#arrange();
    return this.#list;
  }

  /** Position in `list` of the lane of the socket with that index. */
  of(socket: number): number {
    return this.list.length > 0 ? (this.#positions[socket] ?? 0) : 0;
  }

  #arrange(): void {
    const groups = new Map<DocumentRecord, SocketRecord[]>();
    for (const socket of this.#session.sockets) {
      const group = groups.get(socket.document);
      if (group) group.push(socket);
      else groups.set(socket.document, [socket]);
    }
    const headed = groups.size > 1;
    this.#list = [...groups].flatMap(([document, group]) => (headed ? [document, ...group] : group));
    this.#positions = new Array(this.#session.sockets.length).fill(0);
    this.#list.forEach((slot, position) => {
      if (isSocket(slot)) this.#positions[slot.index] = position;
    });
  }
}
