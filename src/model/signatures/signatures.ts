import type { Payloads } from '../packs/payloads.ts';
import type { Data } from '../payload/data.ts';
import { Signature } from './signature.ts';

/** So many rows, a power of two, have one signature: four bytes a row. */
const BITS = 12;
const ROWS = 1 << BITS;

/** A longer payload would fill a signature, and take longer than one may wait; in bytes or UTF-16 units. */
const LONGEST = 1 << 20;

/**
 * The signatures of a session's payloads, block by block in the order of the rows. They are made when there is time
 * (`advance`). Payloads never change, so that a signature once made stays true.
 */
export class Signatures {
  /** Blocks of rows; `undefined` for those of which not every payload could be read. */
  readonly #made: (Signature | undefined)[] = [];
  readonly #payloads: Payloads;
  #next = 0;
  /** Of the block that `next` is in. */
  #making: Signature | undefined = new Signature();

  constructor(payloads: Payloads) {
    this.#payloads = payloads;
  }

  /** The signature of a row's block, if there is one. */
  of(row: number): Signature | undefined {
    return this.#made[row >>> BITS];
  }

  /**
   * Goes on until `deadline`, on the clock `now`, both in ms; never without getting further.
   * @returns whether all is made that can be. Rows may be appended later: then call it again.
   */
  advance(deadline: number, now: () => number): boolean {
    const { length } = this.#payloads;
    while (this.#next < length) {
      this.#add(this.#next++);
      if (this.#next % ROWS === 0) this.#finish();
      if (now() >= deadline) break;
    }
    return this.#next === length;
  }

  /** Where one payload is away, its block has no signature. */
  #add(row: number): void {
    const { data, away } = this.#payloads.glimpse(row);
    if (away || (data?.length ?? 0) > LONGEST) this.#making = undefined;
    else if (this.#making) sign(this.#making, data);
  }

  #finish(): void {
    this.#made.push(this.#making);
    this.#making = new Signature();
  }
}

const encoder = new TextEncoder();

/** How much is encoded at once, in UTF-16 units, of which each is three bytes at most. */
const STEP = 1 << 15;
const room = new Uint8Array(STEP * 3);

function sign(signature: Signature, data: Data): void {
  if (typeof data === 'object') signature.add(data);
  if (typeof data !== 'string') return;
  let run = 0;
  // A pair that is cut in two changes no ASCII, and only that is looked for here.
  for (let at = 0; at < data.length; at += STEP) {
    const { written } = encoder.encodeInto(data.slice(at, at + STEP), room);
    run = signature.add(room, written, run);
  }
}
