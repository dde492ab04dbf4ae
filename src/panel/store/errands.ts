import type { Session, SocketRecord } from '#model';
import type { Command, Outcome, Refusal, Sendable } from '#protocol';

/** Gives a command to the document with that key; false where it is out of reach. */
export type GiveCommand = (documentKey: string, command: Command) => boolean;

/** What became of a message: why it did not go out, or its row, if it has one. None is recorded while that is paused. */
export interface Delivered {
  readonly refusal?: Refusal | undefined;
  readonly row?: number | undefined;
}

/** Commands on their way to the page. Each resolves when the hook has said what became of it. */
export class Errands {
  #last = 0;
  readonly #waiting = new Map<number, (refusal: Refusal | undefined) => void>();
  /** Of each socket the last row that was found to be of a command: the next one's comes after it. */
  readonly #rows = new WeakMap<SocketRecord, number>();
  readonly #give: GiveCommand;
  readonly #session: () => Session;

  /** @param session the session on screen, whose sockets are given commands */
  constructor(give: GiveCommand, session: () => Session) {
    this.#give = give;
    this.#session = session;
  }

  async deliver(type: 'send' | 'inject', socket: SocketRecord, data: Sendable): Promise<Delivered> {
    const session = this.#session();
    const since = session.rows.length;
    const refusal = await this.#command(socket, (id) => ({ type, id, socket: socket.id, data }));
    if (refusal !== undefined) return { refusal };
    return { row: this.#rowOf(session, since, type === 'send' ? 'send' : 'message', socket) };
  }

  close(socket: SocketRecord, code?: number, reason?: string): Promise<Refusal | undefined> {
    const own = { ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) };
    return this.#command(socket, (id) => ({ type: 'close', id, socket: socket.id, ...own }));
  }

  /** The hook has said what became of a command; the events that it caused have been taken. */
  settle({ id, error }: Outcome): void {
    this.#waiting.get(id)?.(error);
    this.#waiting.delete(id);
  }

  /** The first row since then that the panel has made with that socket, and that is of no command before. */
  #rowOf(session: Session, since: number, type: 'send' | 'message', socket: SocketRecord) {
    const { rows } = session;
    if (this.#session() !== session) return undefined;
    for (let row = Math.max(since, (this.#rows.get(socket) ?? -1) + 1); row < rows.length; row++) {
      const isOfPanel =
        rows.type(row) === type && rows.author(row) === 'panel' && rows.error(row) === undefined;
      if (!isOfPanel || rows.socketIndex(row) !== socket.index) continue;
      this.#rows.set(socket, row);
      return row;
    }
    return undefined;
  }

  #command(socket: SocketRecord, make: (id: number) => Command): Promise<Refusal | undefined> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      if (!this.#give(socket.document.key, make(id))) this.settle({ id, error: 'gone' });
    });
  }
}
