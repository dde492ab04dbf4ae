import type { Data } from '../payload/data.ts';

/** So many bytes of packs that were read stay at hand, but never fewer than so many packs: readers take turns. */
const MOST_BYTES = 16_000_000;
const FEWEST = 6;

/** Packs that were read from disk, of which those go first that were not asked for the longest. */
export class AtHand {
  readonly #packs = new Map<number, { readonly payloads: readonly Data[]; readonly bytes: number }>();
  #bytes = 0;
  #last = 0;

  get(pack: number): readonly Data[] | undefined {
    const found = this.#packs.get(pack);
    if (found && pack !== this.#last) {
      this.#packs.delete(pack);
      this.#packs.set(pack, found);
      this.#last = pack;
    }
    return found?.payloads;
  }

  put(pack: number, payloads: readonly Data[], bytes: number): void {
    this.#packs.set(pack, { payloads, bytes });
    this.#bytes += bytes;
    this.#last = pack;
    for (const [oldest, { bytes }] of this.#packs) {
      if (this.#bytes <= MOST_BYTES || this.#packs.size <= FEWEST) break;
      this.#packs.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}
