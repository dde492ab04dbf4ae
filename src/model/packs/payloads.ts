import { Column } from '../column.ts';
import { byteLength, type Data } from '../payload/data.ts';
import { BEGINNING } from './beginnings.ts';
import { PLACES, packOf } from './handle.ts';
import { type Pack, Packs } from './packs.ts';

/** A payload, or its beginning where `away` says that it is on disk. */
export interface Glimpse {
  readonly data: Data;
  readonly away?: {
    /** The number of its pack. */
    readonly pack: number;
    /** Whether less of it was kept than there was. */
    readonly cut: boolean;
  };
}

/** Payloads in memory that may go to disk together. */
export interface Load {
  /** Indexes of the rows that they are of. */
  readonly rows: readonly number[];
  readonly payloads: readonly Data[];
  /** What they take in memory, about. */
  readonly bytes: number;
  /** The row after the last that was looked at for it. */
  readonly end: number;
}

/** The payloads of rows, by the rows' indexes: in memory, or, the oldest first, on disk. Then there is a handle instead. */
export class Payloads {
  readonly #data: Data[] = [];
  readonly #handle = new Column(Uint32Array);
  /** Bytes on the wire; 0 for what is no message, and always stays in memory. */
  readonly #size: Column<Uint32Array>;
  readonly packs: Packs;
  #held = 0;
  /** The first row whose payload may still go to disk. */
  #next = 0;

  constructor(size: Column<Uint32Array>, packs = new Packs()) {
    this.#size = size;
    this.packs = packs;
  }

  get length(): number {
    return this.#data.length;
  }

  /** Bytes of memory that would be free if all went to disk that can, about. */
  get held(): number {
    return this.#held;
  }

  /** Appends the payload of the next row. Its size has to be there already. */
  push(data: Data): void {
    this.#data.push(data);
    this.#handle.push(0);
    this.#held += this.#weight(this.length - 1);
  }

  /** Appends the next row's payload as one that is on disk already. */
  pushHandle(handle: number): void {
    this.#data.push(undefined);
    this.#handle.push(handle);
  }

  /** Where a payload is on disk; 0 where it is not. */
  handle(index: number): number {
    return this.#handle.at(index);
  }

  /** Removes the packs that no row is in any more. */
  prune(): void {
    this.packs.retain(this.#handle);
  }

  /** @throws Away where it is on disk and not at hand */
  at(index: number): Data {
    return this.#data[index] ?? this.packs.payload(this.#handle.at(index));
  }

  /** What is to be had at once: the payload, or the beginning of one that is on disk. */
  glimpse(index: number): Glimpse {
    const handle = this.#handle.at(index);
    if (handle === 0) return { data: this.#data[index] };
    const data = this.packs.peek(handle);
    if (data !== undefined) return { data };
    const away = { pack: packOf(handle), cut: this.packs.isCut(handle) };
    return { data: this.packs.beginning(handle), away };
  }

  /** The payload: at once where that is to be had, else from disk. Rejects with what the disk says. */
  bring(index: number): Data | Promise<Data> {
    const { data, away } = this.glimpse(index);
    return away ? this.packs.bring(this.#handle.at(index)) : data;
  }

  /** The oldest payloads in memory, of `bytes` or some more; `undefined` where none can go. */
  oldest(bytes: number): Load | undefined {
    const rows: number[] = [];
    let taken = 0;
    let end = this.#next;
    for (; end < this.length && taken < bytes && rows.length < PLACES; end++) {
      const weight = this.#weight(end);
      if (weight < BEGINNING) continue;
      rows.push(end);
      taken += weight;
    }
    if (rows.length > 0 && this.packs.takesMore)
      return { rows, payloads: rows.map((row) => this.#data[row]), bytes: taken, end };
    this.#pass(end);
    return undefined;
  }

  /** A load was written to disk: its payloads leave memory. */
  release({ rows, payloads, bytes, end }: Load, pack: Pack): void {
    const first = this.packs.add(pack, payloads, bytes, (place) => this.#isCut(rows[place] ?? 0));
    rows.forEach((row, place) => {
      this.#data[row] = undefined;
      this.#handle.set(row, first + place);
    });
    this.#held -= bytes;
    this.#pass(end);
  }

  /** What is no longer than its beginning stays for good. A part of a buffer would keep all of that in memory. */
  #pass(end: number): void {
    for (; this.#next < end; this.#next++) {
      const data = this.#data[this.#next];
      this.#held -= this.#weight(this.#next);
      if (typeof data === 'object') this.#data[this.#next] = data.slice();
    }
  }

  #isCut(index: number): boolean {
    const data = this.#data[index];
    const size = this.#size.at(index);
    return (typeof data !== 'string' || data.length !== size) && byteLength(data) < size;
  }

  /** What a payload takes in memory: a text two bytes a unit, unless it has as many bytes as units. */
  #weight(index: number): number {
    const data = this.#data[index];
    const size = this.#size.at(index);
    if (size === 0 || data === undefined) return 0;
    if (typeof data === 'object') return data.byteLength;
    return data.length === size ? data.length : 2 * data.length;
  }
}
