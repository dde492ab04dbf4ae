import type { Load, Pack, Session } from '#model';
import { Database } from './database.ts';
import type { Trouble } from './trouble.ts';

/** Bytes that are written together, about: much more would keep the panel from answering while they are cloned. */
const LOAD = 1_000_000;

/** For how long a disk that refused is left in peace, in ms. */
const PEACE = 30_000;

/** Brings the oldest payloads of a session to disk, into a database that is made when it is needed. */
export class Spill {
  readonly #tell: (trouble: Trouble) => void;
  #session: Session;
  #database: Promise<Database> | undefined;
  #going: Promise<void> | undefined;
  #written = 0;
  #refused = Number.NEGATIVE_INFINITY;
  #discarded = false;

  constructor(session: Session, tell: (trouble: Trouble) => void) {
    this.#session = session;
    this.#tell = tell;
  }

  /** Writes until the payloads in memory take no more than `budget()` bytes, or the disk refuses: then they stay. */
  relieve(budget: () => number): Promise<void> {
    this.#going ??= this.#writeAll(budget).finally(() => {
      this.#going = undefined;
    });
    return this.#going;
  }

  /** Asks a disk that refused again at once: somebody may have made room. */
  forgive(): void {
    this.#refused = Number.NEGATIVE_INFINITY;
  }

  /** Goes on with a session that continues this one. */
  follow(session: Session): void {
    this.#session = session;
  }

  /** Removes all that was written. The session is not to be read any more. */
  async discard(): Promise<void> {
    this.#discarded = true;
    // Where there was none to be had, there is none to remove.
    const database = await this.#database?.catch(() => undefined);
    await database?.drop();
  }

  async #writeAll(budget: () => number): Promise<void> {
    if (performance.now() - this.#refused < PEACE) return;
    while (!this.#discarded) {
      const { payloads } = this.#session.rows;
      if (payloads.held <= budget()) return;
      // Some more than what is too much: else there would be a pack for every message that comes.
      const load = payloads.oldest(Math.min(LOAD, payloads.held - budget() / 2));
      if (!load || !(await this.#tryToWrite(load))) return;
    }
  }

  async #tryToWrite(load: Load): Promise<boolean> {
    try {
      await this.#write(load);
      return true;
    } catch (error) {
      if (!this.#discarded) this.#refuse(error);
      return false;
    }
  }

  async #write(load: Load): Promise<void> {
    const session = this.#session;
    const number = ++this.#written;
    this.#database ??= Database.open();
    const database = await this.#database.catch((error) => {
      this.#database = undefined;
      throw error;
    });
    await database.write(number, load.payloads);
    const pack = this.#packOf(database, number);
    // The one that goes on has its own copy of the rows.
    if (session === this.#session) session.rows.payloads.release(load, pack);
    else pack.remove();
    this.#refused = Number.NEGATIVE_INFINITY;
  }

  #packOf(database: Database, number: number): Pack {
    const read = async () => {
      try {
        return await database.read(number);
      } catch (error) {
        if (!this.#discarded) this.#tell({ key: 'diskUnreadable', reason: String(error) });
        throw error;
      }
    };
    return { read, remove: () => void database.remove(number).catch(console.error) };
  }

  /** Told once, not again for every message that comes. */
  #refuse(error: unknown): void {
    if (this.#refused < 0) this.#tell({ key: 'diskRefused', reason: String(error) });
    this.#refused = performance.now();
  }
}
