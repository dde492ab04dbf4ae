import type { SocketRecord } from '#model';
import type { Command, Outcome, Refusal, Sendable } from '#protocol';

/** Gives a command to the document with that key; false where it is out of reach. */
export type GiveCommand = (documentKey: string, command: Command) => boolean;

/** Commands on their way to the page. Each resolves when the hook has said what became of it. */
export class Errands {
  #last = 0;
  readonly #waiting = new Map<number, (refusal: Refusal | undefined) => void>();
  readonly #give: GiveCommand;

  constructor(give: GiveCommand) {
    this.#give = give;
  }

  deliver(type: 'send' | 'inject', socket: SocketRecord, data: Sendable): Promise<Refusal | undefined> {
    return this.#command(socket, (id) => ({ type, id, socket: socket.id, data }));
  }

  close(socket: SocketRecord, code?: number, reason?: string): Promise<Refusal | undefined> {
    const own = { ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) };
    return this.#command(socket, (id) => ({ type: 'close', id, socket: socket.id, ...own }));
  }

  /** The hook has said what became of a command. */
  settle({ id, error }: Outcome): void {
    this.#waiting.get(id)?.(error);
    this.#waiting.delete(id);
  }

  #command(socket: SocketRecord, make: (id: number) => Command): Promise<Refusal | undefined> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      if (!this.#give(socket.document.key, make(id))) this.settle({ id, error: 'gone' });
    });
  }
}
