import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { BufferedSample } from '#model';
import type { SlicedRow } from '#panel/files/slices.ts';
import { isRecord } from '#protocol';
import { isState, type State } from './state.ts';

/** Names of journals begin with it; the lock of one has the same name. */
const PREFIX = 'journal ';

/** Rows that were written together, and what `bufferedAmount` was meanwhile, by the indexes of sockets. */
export interface Slice {
  readonly rows: readonly SlicedRow[];
  readonly samples: readonly (readonly [socket: number, samples: readonly BufferedSample[]])[];
}

const isSlice = (value: unknown): value is Slice =>
  isRecord(value) && Array.isArray(value.rows) && Array.isArray(value.samples);

/** The name of a panel's journal: a panel that is loaded again has the same owner, and nobody else has. */
export const nameOf = (owner: string): string => PREFIX + owner;

/** The names of all journals that are there. */
export async function journals(): Promise<string[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
}

/** A journal on disk: slices of rows, and the state that the last of them led to. What comes after that does not count. */
export class Database {
  readonly #database: IDBPDatabase;

  /** Rejects with what the browser says where it grants no storage. */
  static async open(name: string): Promise<Database> {
    const upgrade = (fresh: IDBPDatabase) => {
      for (const store of ['slices', 'state', 'content']) fresh.createObjectStore(store);
    };
    return new Database(await openDB(name, 1, { upgrade }));
  }

  private constructor(database: IDBPDatabase) {
    this.#database = database;
  }

  /** The state that was written last; `undefined` where there is none, or another version wrote it. */
  async state(): Promise<State | undefined> {
    const stored: unknown = await this.#database.get('state', 'state');
    return isState(stored) ? stored : undefined;
  }

  async slice(number: number): Promise<Slice> {
    const stored: unknown = await this.#database.get('slices', number);
    if (!isSlice(stored)) throw new Error(`slice ${number} of ${this.#database.name}`);
    return stored;
  }

  /** The file that was opened, and those that were chosen with it. */
  async content(): Promise<readonly File[]> {
    const stored: unknown = await this.#database.get('content', 'content');
    return Array.isArray(stored) ? stored.filter((each) => each instanceof File) : [];
  }

  async keepContent(content: readonly File[]): Promise<void> {
    await this.#database.put('content', content, 'content');
  }

  /** Writes slices under the numbers from `first` on, with the state that they lead to. Rejects where the disk is full. */
  async write(first: number, slices: readonly Slice[], state?: State): Promise<void> {
    // What is lost when the machine stops would be lost anyhow.
    const transaction = this.#database.transaction(['slices', 'state'], 'readwrite', {
      durability: 'relaxed',
    });
    const rows = transaction.objectStore('slices');
    const puts = slices.map((slice, at) => rows.put(slice, first + at));
    if (state) puts.push(transaction.objectStore('state').put(state, 'state'));
    // Where the panel goes away now, nobody would be there to do it.
    transaction.commit();
    await Promise.all([...puts, transaction.done]);
  }

  /** Removes what does not count: all slices from a number on, and the state with the first. */
  async cut(from: number): Promise<void> {
    const transaction = this.#database.transaction(['slices', 'state'], 'readwrite');
    await Promise.all([
      transaction.objectStore('slices').delete(IDBKeyRange.lowerBound(from)),
      from === 1 && transaction.objectStore('state').delete('state'),
      transaction.done,
    ]);
  }

  /** Removes it from the disk. */
  async drop(): Promise<void> {
    this.#database.close();
    await deleteDB(this.#database.name);
  }

  close(): void {
    this.#database.close();
  }
}
