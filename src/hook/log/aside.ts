import {
  iterable,
  list,
  NativeArrayBuffer,
  NativeBlob,
  NativeUint8Array,
  seal,
  setBytes,
  textSlice,
  uncurry,
} from '#hook/natives.ts';
import { letGo, type Piece, pieceFor } from './arena.ts';

const encodeInto = uncurry(TextEncoder.prototype.encodeInto);
const isWellFormed = uncurry(String.prototype.isWellFormed);
const encoder = new TextEncoder();

/** From here on, in bytes, a Blob is cheaper for the page than the bytes themselves in a message. */
const WORTH_A_BLOB = 65_536;

/** A port takes no more than 64 MiB in a message. */
const INLINE_LIMIT = 48 * 2 ** 20;

/** A character is at most so many bytes of UTF-8. */
const LONGEST = 4;

/** Where in all that travels beside the JSON something is, in bytes. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** What travels beside the JSON of a batch, one after the other. */
export class Aside {
  readonly #parts = list<Uint8Array<ArrayBuffer> | Blob>();
  readonly #starts = list<number>();
  /** Pieces in which texts were written for this batch. */
  readonly #borrowed = list<Piece>();
  #length = 0;
  #hasBlob = false;
  /** The last part, where it may grow: bytes that lie beside one another are cheaper as one part. */
  #piece: Piece | undefined;
  #from = 0;
  #to = 0;

  /** Takes bytes that are in a piece of memory. */
  addBytes(piece: Piece, from: number, length: number): Place {
    const grows = piece === this.#piece && from === this.#to;
    if (!grows) this.#from = from;
    this.#piece = piece;
    this.#to = from + length;
    const part = new NativeUint8Array(piece.buffer, this.#from, this.#to - this.#from);
    return this.#add(part, length, this.#parts.length - (grows ? 1 : 0));
  }

  /** Takes a Blob, which is not read here. */
  addBlob(blob: Blob, length: number): Place {
    this.#hasBlob = true;
    this.#piece = undefined;
    return this.#add(blob, length, this.#parts.length);
  }

  /** Takes text as UTF-8; nothing where it has lone surrogates, which UTF-8 cannot carry. */
  addText(text: string): Place | undefined {
    if (!isWellFormed(text)) return undefined;
    const at = this.#length;
    for (let from = 0; from < text.length; ) from += this.#encode(text, from);
    return { at, length: this.#length - at };
  }

  /**
   * All of it as one. A Blob's bytes leave the page only later: where there is no later (`now`), they are put into the
   * message, unless that is impossible.
   */
  finish(now: boolean): ArrayBuffer | Blob {
    const inline = this.#length < (now ? INLINE_LIMIT : WORTH_A_BLOB);
    const all =
      inline && !this.#hasBlob ? this.#joined() : new NativeBlob(iterable(this.#parts) as BlobPart[]);
    for (let i = 0; i < this.#borrowed.length; i++) letGo(this.#borrowed[i] as Piece);
    return all;
  }

  #add(part: Uint8Array<ArrayBuffer> | Blob, length: number, place: number): Place {
    const at = this.#length;
    if (place === this.#parts.length) this.#starts[place] = at;
    this.#parts[place] = part;
    this.#length += length;
    return { at, length };
  }

  /** Encodes as much of a text as there is room for in one piece; gives how many UTF-16 units that is. */
  #encode(text: string, from: number): number {
    const piece = pieceFor(LONGEST);
    const room = piece.size - piece.used;
    const step = textSlice(text, from, from + room);
    // A pair that the step would cut in two is left for the next one.
    const whole = isWellFormed(step) ? step : textSlice(step, 0, -1);
    const { read, written } = encodeInto(encoder, whole, new NativeUint8Array(piece.buffer, piece.used));
    this.addBytes(piece, piece.used, written);
    piece.used += written;
    piece.takers++;
    this.#borrowed[this.#borrowed.length] = piece;
    return read;
  }

  #joined(): ArrayBuffer {
    const buffer = new NativeArrayBuffer(this.#length);
    const all = new NativeUint8Array(buffer);
    for (let i = 0; i < this.#parts.length; i++)
      setBytes(all, this.#parts[i] as Uint8Array, this.#starts[i] as number);
    return buffer;
  }
}

seal(Aside);
