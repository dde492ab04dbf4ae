/** Lengths of payloads in bytes. */
const SHORTEST = 100;
const LONGEST = 2000;

const WORDS = 3000;

/** So many texts are made beforehand, and told apart by a number: making a new one each time would take longer than to send it. */
const TEXTS = 5000;
const syllables = [
  'an',
  'be',
  'co',
  'der',
  'el',
  'fi',
  'gra',
  'hu',
  'in',
  'ka',
  'lo',
  'mi',
  'nor',
  'pu',
  'ra',
  'se',
  'tu',
];

/** What a payload adds to its event; bytes travel beside the JSON. */
interface Payload {
  readonly form: 'text' | 'ArrayBuffer';
  readonly size: number;
  readonly data?: string;
  readonly at?: number;
  readonly length?: number;
}

/**
 * Payloads like those of a busy page: JSON of 100 to 2,000 bytes, one in ten of them binary, one in a hundred not
 * in Latin letters. The same ones every time.
 */
export class Payloads {
  #seed = 1;
  #count = 0;
  readonly #words = Array.from({ length: WORDS }, () => this.#word());
  readonly #texts = Array.from({ length: TEXTS }, () => this.#text(this.#size()));
  #bytes: Uint8Array<ArrayBuffer>[] = [];
  #at = 0;

  next(): Payload {
    if (this.chance(0.1)) return this.#binary(this.#size());
    const data = `{"id":${++this.#count},${this.#texts[this.#below(TEXTS)]}`;
    return { form: 'text', size: data.length, data };
  }

  /** True for that part of all calls. */
  chance(part: number): boolean {
    return this.#below(1_000_000) < part * 1_000_000;
  }

  /** The bytes of the binary payloads since the last time. */
  takeBytes(): ArrayBuffer {
    const all = new Uint8Array(this.#at);
    let at = 0;
    for (const bytes of this.#bytes) {
      all.set(bytes, at);
      at += bytes.length;
    }
    this.#bytes = [];
    this.#at = 0;
    return all.buffer;
  }

  #binary(size: number): Payload {
    const bytes = new Uint8Array(size).map((_, i) => (this.#seed >> (i % 24)) & 255);
    const at = this.#at;
    this.#bytes.push(bytes);
    this.#at += size;
    return { form: 'ArrayBuffer', size, at, length: size };
  }

  #size(): number {
    return SHORTEST + this.#below(LONGEST - SHORTEST + 1);
  }

  /** A text without its beginning. */
  #text(size: number): string {
    const kind = this.chance(0.01) ? 'мир 🌍' : this.#pick();
    const parts = [`"type":"${kind}","note":"`];
    for (let length = kind.length + 17; length < size - 20; length += parts.at(-1)?.length ?? 0)
      parts.push(`${this.#pick()} `);
    // Joined, and not added up: that would be a chain of parts, for every message made of it to be followed to its end.
    return [...parts, '"}'].join('');
  }

  /** Early words are frequent, late ones rare, as in any language. */
  #pick(): string {
    const part = this.#below(1000) / 1000;
    return this.#words[Math.floor(part ** 4 * WORDS)] ?? '';
  }

  #word(): string {
    return Array.from({ length: 2 + this.#below(3) }, () => syllables[this.#below(syllables.length)]).join(
      '',
    );
  }

  /** A whole number from 0 to below `limit`, from a linear congruence (Numerical Recipes): the same row every time. */
  #below(limit: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#seed / 2 ** 32) * limit);
  }
}
