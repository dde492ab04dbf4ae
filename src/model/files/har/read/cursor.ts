import { HarError } from './error.ts';

/** A file, or what stands for one. */
export interface Bytes {
  readonly size: number;
  /** How many bytes are best had at once. */
  readonly chunk: number;
  /** The bytes from one place to another, or to the end where that is before. @throws what the browser says where they cannot be had */
  read(from: number, to: number): Uint8Array;
}

/** The most that can be one string: Chromium's are no longer than 2^29 − 24 UTF-16 units, of which a byte makes at most one. */
const MOST = 500_000_000;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const LIST = 0x5b;
export const LIST_END = 0x5d;
export const OBJECT = 0x7b;
export const OBJECT_END = 0x7d;
const BACKSLASH = 0x5c;

/** What sets a bracket of a list apart from the brace of an object. */
const EITHER = 0x20;

/** A mark at the beginning of a file that says nothing where that is UTF-8. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** A place in a file of JSON. All that gives it its structure is ASCII, so it is found without decoding the rest. */
export class Cursor {
  readonly #bytes: Bytes;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #chunk: Uint8Array;
  /** Where the chunk is in the file, and the place in the chunk. */
  #start = 0;
  #at = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
    const beginning = bytes.read(0, BYTE_ORDER_MARK.length);
    if (BYTE_ORDER_MARK.every((byte, at) => beginning[at] === byte)) this.#start = beginning.length;
    this.#chunk = bytes.read(this.#start, this.#start + bytes.chunk);
  }

  /** In bytes from the beginning of the file. */
  get at(): number {
    return this.#start + this.#at;
  }

  /** Goes over white space, and gives the byte that comes then; −1 at the end. */
  peek(): number {
    for (;;) {
      for (; this.#at < this.#chunk.length; this.#at++) {
        const byte = this.#chunk[this.#at] ?? -1;
        if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) return byte;
      }
      if (!this.#more()) return -1;
    }
  }

  /** Goes over that byte, if it is what comes after white space. */
  passes(byte: number): boolean {
    const is = this.peek() === byte;
    if (is) this.#at++;
    return is;
  }

  /** Goes over that byte. @throws SyntaxError where another comes after white space */
  pass(byte: number): void {
    if (!this.passes(byte)) throw new SyntaxError(`No ${String.fromCharCode(byte)} at ${this.at}`);
  }

  /** Goes over a string, which comes next, and gives it. */
  string(): string {
    const from = this.at;
    this.#at++;
    while (!this.#skipString()) if (!this.#more()) break;
    const value: unknown = JSON.parse(this.text(from, this.at));
    return String(value);
  }

  /** Goes to the comma or the end of the structure that this place is in, and is followed by, whatever is before it. */
  skip(): void {
    let depth = 0;
    let inString = false;
    do {
      const chunk = this.#chunk;
      for (; this.#at < chunk.length; this.#at++) {
        if (inString) {
          inString = !this.#skipString();
          if (this.#at >= chunk.length) break;
        }
        const byte = chunk[this.#at] ?? 0;
        if (byte === QUOTE) inString = true;
        else if ((byte | EITHER) === OBJECT) depth++;
        else if ((byte | EITHER) === OBJECT_END || byte === COMMA) {
          if (depth === 0) return;
          if (byte !== COMMA) depth--;
        }
      }
    } while (this.#more());
  }

  /**
   * What the file has from one place to another.
   * @throws HarError where that is longer than a string can be
   */
  text(from: number, to: number): string {
    return this.#decoder.decode(this.#part(from, to));
  }

  /** What the file has from one place in a list to another, each between two items, as a list. Throws as `text` does. */
  list(from: number, to: number): unknown[] {
    const part = this.#part(from, to);
    const bytes = new Uint8Array(part.length + 2);
    bytes[0] = LIST;
    bytes.set(part, 1);
    bytes[bytes.length - 1] = LIST_END;
    // Decoded with its brackets: to put a text together of three would copy it once more.
    const items: unknown = JSON.parse(this.#decoder.decode(bytes));
    return Array.isArray(items) ? items : [];
  }

  #part(from: number, to: number): Uint8Array {
    if (to - from > MOST) throw new HarError('harTooLarge', '', String(MOST));
    const [start, end] = [from - this.#start, to - this.#start];
    const isHere = start >= 0 && end <= this.#chunk.length;
    return isHere ? this.#chunk.subarray(start, end) : this.#bytes.read(from, to);
  }

  /** From inside of a string, goes over its end, or to that of the chunk; says which. */
  #skipString(): boolean {
    const chunk = this.#chunk;
    let at = this.#at;
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) break;
    }
    // An escape may go on in the next chunk.
    this.#at = at < chunk.length ? at + 1 : at;
    return at < chunk.length;
  }

  #more(): boolean {
    const { length } = this.#chunk;
    this.#start += length;
    this.#at -= length;
    this.#chunk = this.#bytes.read(this.#start, this.#start + this.#bytes.chunk);
    return this.#chunk.length > 0;
  }
}
