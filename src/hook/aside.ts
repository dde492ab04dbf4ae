import { getter, iterable, list, seal, uncurry } from './natives.ts';

const NativeBlob = Blob;
const NativeUint8Array = Uint8Array;
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const bufferOf = getter<Uint8Array, ArrayBuffer>(TypedArrayPrototype, 'buffer');
export const byteLength = getter<Uint8Array, number>(TypedArrayPrototype, 'byteLength');
const setBytes = uncurry(Uint8Array.prototype.set);
const encode = uncurry(TextEncoder.prototype.encode);
const isWellFormed = uncurry(String.prototype.isWellFormed);
const encoder = new TextEncoder();

/** From here on, in bytes, a Blob is cheaper for the page than the bytes themselves in a message. */
const WORTH_A_BLOB = 65_536;

/** A port takes no more than 64 MiB in a message. */
const INLINE_LIMIT = 48 * 2 ** 20;

/** What travels beside the JSON of a batch, one after the other. */
export class Aside {
  readonly #parts = list<Uint8Array<ArrayBuffer> | Blob>();
  readonly #starts = list<number>();
  #length = 0;
  #hasBlob = false;

  /** Takes bytes; gives where they begin. */
  addBytes(bytes: Uint8Array<ArrayBuffer>, length: number): number {
    return this.#add(bytes, length);
  }

  /** Takes a Blob, which is not read here; gives where its bytes begin. */
  addBlob(blob: Blob, length: number): number {
    this.#hasBlob = true;
    return this.#add(blob, length);
  }

  /**
   * All of it as one. A Blob's bytes leave the page only later: where there is no later (`now`), they are put into the
   * message, unless that is impossible.
   */
  finish(now: boolean): ArrayBuffer | Blob {
    const inline = this.#length < (now ? INLINE_LIMIT : WORTH_A_BLOB);
    return inline && !this.#hasBlob ? this.#joined() : new NativeBlob(iterable(this.#parts) as BlobPart[]);
  }

  #add(part: Uint8Array<ArrayBuffer> | Blob, length: number): number {
    const at = this.#length;
    this.#starts[this.#parts.length] = at;
    this.#parts[this.#parts.length] = part;
    this.#length += length;
    return at;
  }

  #joined(): ArrayBuffer {
    const all = new NativeUint8Array(this.#length);
    for (let i = 0; i < this.#parts.length; i++)
      setBytes(all, this.#parts[i] as Uint8Array, this.#starts[i] as number);
    return bufferOf(all);
  }
}

seal(Aside);

/** Text as UTF-8; nothing where it has lone surrogates, which UTF-8 cannot carry. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  isWellFormed(text) ? encode(encoder, text) : undefined;
