import {
  iterable,
  list,
  min,
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
const unitAt = uncurry(String.prototype.charCodeAt);
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
  /** Whether it is text that UTF-8 could not carry. */
  readonly utf16?: boolean;
}

/** Writes as much of a text as fits into so many bytes; gives how many UTF-16 units, and how many bytes that is. */
type Write = (text: string, into: Uint8Array, room: number) => { read: number; written: number };

/** A pair that the end of the text cuts in two is left for the next time. */
const writeUtf8: Write = (text, into) =>
  encodeInto(encoder, isWellFormed(text) ? text : textSlice(text, 0, -1), into);

const writeUtf16: Write = (text, into, room) => {
  const read = min(text.length, room >> 1);
  for (let i = 0; i < read; i++) {
    const unit = unitAt(text, i);
    into[i * 2] = unit;
    into[i * 2 + 1] = unit >> 8;
  }
  return { read, written: read * 2 };
};

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
    if (piece === this.#piece && from === this.#to) this.#parts.length--;
    else this.#from = from;
    this.#piece = piece;
    this.#to = from + length;
    const part = new NativeUint8Array(piece.buffer, this.#from, this.#to - this.#from);
    return this.#add(part, length);
  }

  /** Takes a Blob, which is not read here. */
  addBlob(blob: Blob, length: number): Place {
    this.#hasBlob = true;
    this.#piece = undefined;
    return this.#add(blob, length);
  }

  /** Takes text as UTF-8; where it has lone surrogates, which UTF-8 cannot carry, as UTF-16, the low byte first. */
  addText(text: string): Place {
    const at = this.#length;
    const utf16 = !isWellFormed(text);
    const write = utf16 ? writeUtf16 : writeUtf8;
    for (let from = 0; from < text.length; ) from += this.#write(text, from, write);
    return { at, length: this.#length - at, utf16 };
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

  #add(part: Uint8Array<ArrayBuffer> | Blob, length: number): Place {
    const at = this.#length;
    const place = this.#parts.length;
    this.#parts[place] = part;
    // One that has grown begins where it began.
    this.#starts[place] ??= at;
    this.#length += length;
    return { at, length };
  }

  /** Writes as much of a text as there is room for in one piece; gives how many UTF-16 units that is. */
  #write(text: string, from: number, write: Write): number {
    const piece = pieceFor(LONGEST);
    const { used } = piece;
    const room = piece.size - used;
    const into = new NativeUint8Array(piece.buffer, used);
    const { read, written } = write(textSlice(text, from, from + room), into, room);
    this.addBytes(piece, used, written);
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
