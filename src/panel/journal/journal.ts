import type { NewRow, Session } from '#model';
import { alone } from '#panel/disk/database.ts';
import { slices } from '#panel/files/slices.ts';
import type { Store } from '#panel/store/store.ts';
import type { Database, Slice } from './database.ts';
import { stateOf } from './state.ts';

/** Rows and bytes of payload that are written at once: some ms of work. */
const ROWS = 1000;
const BYTES = 2_000_000;

/** How far a session is in a journal. */
interface Written {
  readonly session: Session;
  rows: number;
  slices: number;
  /** By index of a socket, how many samples of its `bufferedAmount`. */
  readonly samples: Map<number, number>;
}

/** Writes down what a panel has, so that it has it again when it is loaded again. What is there stays as it is: rows are appended. */
export class Journal {
  readonly #database: Database;
  readonly #store: Store;
  #written: Written | undefined;
  #content: readonly File[];

  /** @param session what is in the database already, in so many slices */
  constructor(database: Database, store: Store, session?: Session, slices = 0) {
    this.#database = database;
    this.#store = store;
    this.#content = store.sessions.content;
    if (session) this.#written = { ...begun(session), rows: session.rows.length, slices };
    for (const { index, buffered } of session?.sockets ?? [])
      this.#written?.samples.set(index, buffered.length);
  }

  /** Writes some more; gives whether all is there. Rejects with what the disk says. */
  async write(): Promise<boolean> {
    const { live } = this.#store.sessions;
    if (this.#written?.session !== live) await this.#begin(live);
    const written = this.#written as Written;
    const rows = await nextRows(live, written.rows);
    if (this.#store.sessions.live !== live) return false;
    const all = written.rows + rows.length === live.rows.length;
    const samples = newSamples(live, written.samples);
    const parts: Slice[] = [...slices(rows)].map((part) => ({
      rows: part.map((row) => ({ ...row, data: alone(row.data) })),
      samples: [],
    }));
    if (all && samples.length > 0) parts.push({ rows: [], samples });
    const first = written.slices + 1;
    written.rows += rows.length;
    written.slices += parts.length;
    if (all) for (const [socket, more] of samples) count(written.samples, socket, more.length);
    const state = all ? stateOf(this.#store, written.slices) : undefined;
    await this.#database.write(first, parts, state);
    return all;
  }

  /** Writes the file that is on screen, if it is another one. Rejects with what the disk says. */
  async writeContent(): Promise<void> {
    const { content } = this.#store.sessions;
    if (this.#content === content) return;
    this.#content = content;
    await this.#database.keepContent(content);
  }

  /** Writes at once what is there beside the rows, because the panel goes away; gives whether it could, for all rows are written. */
  writeLast(): boolean {
    const written = this.#written;
    const { live } = this.#store.sessions;
    if (written?.session !== live || written.rows < live.rows.length) return false;
    this.#database.write(written.slices + 1, [], stateOf(this.#store, written.slices)).catch(console.error);
    return true;
  }

  /** Removes all of it: it is no longer to be written. */
  drop(): Promise<void> {
    return this.#database.drop();
  }

  /** Another session: what is written of the one before goes. */
  async #begin(session: Session): Promise<void> {
    const hadOne = this.#written !== undefined;
    this.#written = begun(session);
    if (hadOne) await this.#database.cut(1);
  }
}

const begun = (session: Session): Written => ({ session, rows: 0, slices: 0, samples: new Map() });

const count = (counts: Map<number, number>, key: number, more: number) =>
  counts.set(key, (counts.get(key) ?? 0) + more);

/** The next rows with their payloads. Waits for nothing unless there are some on disk. */
async function nextRows({ rows }: Session, from: number): Promise<readonly NewRow[]> {
  const next: NewRow[] = [];
  let bytes = 0;
  for (let index = from; index < rows.length && next.length < ROWS && bytes < BYTES; index++) {
    const row = rows.get(index);
    if (!row) break;
    next.push(row.away ? await rows.whole(row) : row);
    bytes += row.size;
  }
  return next;
}

const newSamples = ({ sockets }: Session, written: ReadonlyMap<number, number>): Slice['samples'] =>
  sockets.flatMap(({ index, buffered }) => {
    const from = written.get(index) ?? 0;
    return buffered.length > from ? [[index, buffered.slice(from)] as const] : [];
  });
