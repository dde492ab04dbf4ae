import type { Data } from '../payload/data.ts';
import { AtHand } from './at-hand.ts';
import { Away } from './away.ts';
import { Beginnings } from './beginnings.ts';
import { handleOf, MOST_PACKS, packOf, placeOf } from './handle.ts';

/** Payloads that were written to disk together, and are read together. */
export interface Pack {
  /** Reads them, in the order in which they were written. Rejects with what the disk says. */
  readonly read: () => Promise<readonly Data[]>;
  /** Removes them, once nobody has them any more. */
  readonly remove: () => void;
}

interface Kept extends Pack {
  /** What its payloads take in memory when they are read. */
  readonly bytes: number;
  readonly beginnings: Beginnings;
}

/** So many bytes are read before they are asked for: who goes through a session soon asks for the next pack. */
const AHEAD = 4_000_000;

/** The payloads of a session that are on disk. Each is named by a handle. */
export class Packs {
  /** By their numbers. */
  readonly #packs = new Map<number, Kept>();
  readonly #atHand = new AtHand();
  readonly #coming = new Map<number, Promise<readonly Data[]>>();
  /** Packs that the disk did not give when they were asked for last. */
  readonly #failed = new Set<number>();
  #last = 0;

  /** Whether there is room for the number of one more. */
  get takesMore(): boolean {
    return this.#last < MOST_PACKS;
  }

  /**
   * Takes a pack that was written. `bytes`: what the payloads take in memory.
   * @param cut tells by its place whether less of a payload was kept than there was
   * @returns the handle of its first payload; that of each next is one more
   */
  add(
    { read, remove }: Pack,
    payloads: readonly Data[],
    bytes: number,
    cut: (place: number) => boolean,
  ): number {
    const number = ++this.#last;
    this.#packs.set(number, { read, remove, bytes, beginnings: new Beginnings(payloads, cut) });
    return handleOf(number, 0);
  }

  /** Removes the packs that none of the handles names. */
  retain(handles: Iterable<number>): void {
    const named = new Set<number>();
    for (const handle of handles) named.add(packOf(handle));
    for (const [number, pack] of this.#packs) {
      if (named.has(number)) continue;
      this.#packs.delete(number);
      pack.remove();
    }
  }

  /**
   * The payload with a handle; `undefined` for that of none, and for one that the disk did not give.
   * @throws Away where it is to be brought first
   */
  payload(handle: number): Data {
    if (handle === 0) return undefined;
    const pack = packOf(handle);
    const payloads = this.#atHand.get(pack);
    if (payloads) return payloads[placeOf(handle)];
    if (this.#failed.has(pack)) return undefined;
    throw new Away(pack);
  }

  /** The payload where it is at hand. */
  peek(handle: number): Data {
    return this.#atHand.get(packOf(handle))?.[placeOf(handle)];
  }

  /** What is in memory of a payload, at any time. */
  beginning(handle: number): Data {
    return this.#packs.get(packOf(handle))?.beginnings.at(placeOf(handle));
  }

  /** Whether less of a payload was kept than there was. */
  isCut(handle: number): boolean {
    return this.#packs.get(packOf(handle))?.beginnings.isCut(placeOf(handle)) ?? false;
  }

  /** Brings a payload from disk. Rejects with what the disk says. */
  async bring(handle: number): Promise<Data> {
    return (await this.bringPack(packOf(handle)))[placeOf(handle)];
  }

  /** Begins to bring a pack and some of those after it, or before it, for who goes through them all: ask again soon. */
  readAhead(pack: number, by: 1 | -1 = 1): void {
    let bytes = 0;
    for (let next = pack; next > 0 && next <= this.#last && bytes < AHEAD; next += by) {
      bytes += this.#packs.get(next)?.bytes ?? 0;
      // A failure is remembered, and told of by who reads.
      if (!this.#failed.has(next)) this.bringPack(next).catch(() => undefined);
    }
  }

  /** Brings a pack, whose payloads are then at hand for a while. Rejects with what the disk says. */
  async bringPack(number: number): Promise<readonly Data[]> {
    const known = this.#atHand.get(number) ?? this.#coming.get(number);
    if (known) return known;
    const coming = this.#read(number).finally(() => this.#coming.delete(number));
    this.#coming.set(number, coming);
    return coming;
  }

  async #read(number: number): Promise<readonly Data[]> {
    const pack = this.#packs.get(number);
    if (!pack) return [];
    try {
      const payloads = await pack.read();
      this.#atHand.put(number, payloads, pack.bytes);
      this.#failed.delete(number);
      return payloads;
    } catch (error) {
      this.#failed.add(number);
      throw error;
    }
  }
}
