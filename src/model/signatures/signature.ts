/** Bits of a signature: of grams, and behind them of single characters. */
const GRAM_BITS = 17;
const CHARACTERS = 1 << GRAM_BITS;
const WORDS = (CHARACTERS + 64) / 32;

/** A character of a gram takes 6 bits. */
const THREE = 2 ** 18 - 1;
const FIVE = 2 ** 30 - 1;

/** 6 bits for a byte: its case is none of them, and what is no printable ASCII may have those of something else. */
const sixBits = (byte: number) => ((byte >= 97 && byte <= 122 ? byte - 32 : byte) - 32) & 63;

const SIX_BITS = Uint8Array.from({ length: 256 }, (_, byte) => sixBits(byte));

// Multiplied by a large odd number, what differs in any bit differs in the highest ones (Knuth, TAOCP 6.4).
const placeOfThree = (run: number) => Math.imul(run & THREE, 0x9e3779b1) >>> (32 - GRAM_BITS);
const placeOfFive = (run: number) => Math.imul(run, 0x85ebca6b) >>> (32 - GRAM_BITS);

/**
 * Which characters and which strings of three and of five characters are in some payloads, as a Bloom filter with one
 * hash: what is in them is in it, and most of what is not in them is not. Letters are there without their case.
 */
export class Signature {
  readonly #bits = new Uint32Array(WORDS);

  /**
   * Adds the first `length` of some bytes: a payload, or its next part.
   * @param before what the part before it gave; 0 for the first
   */
  add(bytes: Uint8Array, length = bytes.length, before = 0): number {
    const bits = this.#bits;
    let run = before;
    for (let at = 0; at < length; at++) {
      const six = SIX_BITS[bytes[at] ?? 0] ?? 0;
      run = ((run << 6) | six) & FIVE;
      set(bits, CHARACTERS + six);
      set(bits, placeOfThree(run));
      set(bits, placeOfFive(run));
    }
    return run;
  }

  /** Whether all that `traces` gave for a text is there: if not, the text is in none of the payloads. */
  has(places: readonly number[]): boolean {
    return places.every((place) => ((this.#bits[place >>> 5] ?? 0) >>> (place & 31)) & 1);
  }
}

function set(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

/** What a text of ASCII characters leaves in the signature of every payload that it is in, whatever its case. */
export function traces(text: string): number[] {
  const places = new Set<number>();
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const six = sixBits(text.charCodeAt(at));
    run = ((run << 6) | six) & FIVE;
    places.add(CHARACTERS + six);
    if (at >= 2) places.add(placeOfThree(run));
    if (at >= 4) places.add(placeOfFive(run));
  }
  return [...places];
}
