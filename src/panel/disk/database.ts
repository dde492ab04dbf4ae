import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Data } from '#model';
import { hold, removeUnowned } from './lock.ts';

/** Names of databases begin with it; the lock of one has the same name. */
const PREFIX = 'payloads ';

const STORE = 'packs';

/** Payloads in IndexedDB, in packs by number. Each database belongs to one session of one panel, and goes with it. */
export class Database {
  readonly #name: string;
  readonly #database: IDBPDatabase;
  readonly #letGo: () => void;

  /** Rejects with what the browser says where it grants no storage. */
  static async open(): Promise<Database> {
    const name = PREFIX + crypto.randomUUID();
    const letGo = await hold(name);
    try {
      const upgrade = (fresh: IDBPDatabase) => void fresh.createObjectStore(STORE);
      return new Database(name, await openDB(name, 1, { upgrade }), letGo);
    } catch (error) {
      letGo();
      throw error;
    }
  }

  private constructor(name: string, database: IDBPDatabase, letGo: () => void) {
    this.#name = name;
    this.#database = database;
    this.#letGo = letGo;
  }

  /** Rejects with what the browser says where the disk is full. */
  async write(pack: number, payloads: readonly Data[]): Promise<void> {
    // What is lost when the machine stops would be lost anyhow.
    const transaction = this.#database.transaction(STORE, 'readwrite', { durability: 'relaxed' });
    // Structured clones keep what UTF-8 does not: lone surrogates.
    await Promise.all([transaction.store.put(payloads.map(alone), pack), transaction.done]);
  }

  async read(pack: number): Promise<readonly Data[]> {
    const stored: unknown = await this.#database.get(STORE, pack);
    if (!Array.isArray(stored) || !stored.every(isPayload)) throw new Error(`${this.#name}: ${pack}`);
    return stored;
  }

  async remove(pack: number): Promise<void> {
    await this.#database.delete(STORE, pack);
  }

  /** Removes it from the disk. */
  async drop(): Promise<void> {
    this.#database.close();
    await deleteDB(this.#name).finally(this.#letGo);
  }
}

/** A payload as it is stored: a part of a buffer would be cloned with all of it. */
export const alone = (payload: Data): Data =>
  typeof payload === 'object' && payload.byteLength < payload.buffer.byteLength ? payload.slice() : payload;

const isPayload = (value: unknown): value is Data => typeof value === 'string' || value instanceof Uint8Array;

/** Removes the databases of panels that are gone, such as one that crashed: nobody has their locks. */
export async function removeLeftovers(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name?.startsWith(PREFIX)) await removeUnowned(name);
}
