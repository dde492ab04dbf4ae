import {
  byteLength,
  iterable,
  list,
  NativeArrayBuffer,
  NativeBlob,
  NativeUint8Array,
  setBytes,
} from '#hook/natives.ts';
import { letGo, type Piece } from './arena.ts';
import { encode } from './text.ts';

/** From here on, in bytes, a Blob is cheaper for the page than the bytes themselves in a message. */
const WORTH_A_BLOB = 65_536;

/** A port takes no more than 64 MiB in a message. */
const INLINE_LIMIT = 48 * 2 ** 20;

/** Where in all that travels beside the JSON something is, in bytes. */
interface Place {
  readonly at: number;
  readonly length: number;
  /** Whether it is text as JSON. */
  readonly json?: boolean;
}

/** What travels beside the JSON of a batch, one after the other. */
export interface Aside {
  /** Takes bytes that are in a piece of memory. */
  addBytes(piece: Piece, from: number, length: number): Place;
  /** Takes a Blob, which is not read here. */
  addBlob(blob: Blob, length: number): Place;
  /** Takes text as UTF-8; as JSON where it has lone surrogates, which UTF-8 cannot carry and JSON escapes. */
  addText(text: string): Place;
  /**
   * All of it as one. A Blob's bytes leave the page only later: where there is no later (`now`), they are put into the
   * message, unless that is impossible.
   */
  finish(now: boolean): ArrayBuffer | Blob;
}

export function setAside(): Aside {
  const parts = list<Uint8Array<ArrayBuffer> | Blob>();
  /** Pieces in which texts were written for this batch. */
  const borrowed = list<Piece>();
  let size = 0;
  let hasBlob = false;
  /** The last part, where it may grow: for a few large parts the allocator has memory that was used before, for many small ones not. */
  let last: Piece | undefined;
  let begin = 0;
  let end = 0;

  function add(part: Uint8Array<ArrayBuffer> | Blob, length: number): Place {
    const at = size;
    parts[parts.length] = part;
    size += length;
    return { at, length };
  }

  function addBytes(piece: Piece, from: number, length: number): Place {
    if (piece === last && from === end) parts.length--;
    else begin = from;
    last = piece;
    end = from + length;
    return add(new NativeUint8Array(piece.buffer, begin, end - begin), length);
  }

  return {
    addBytes,
    addBlob(blob, length) {
      hasBlob = true;
      end = -1;
      return add(blob, length);
    },
    addText(text) {
      const at = size;
      const json = encode(text, (piece, from, length) => {
        addBytes(piece, from, length);
        borrowed[borrowed.length] = piece;
      });
      return { at, length: size - at, json };
    },
    finish(now) {
      const inline = size < (now ? INLINE_LIMIT : WORTH_A_BLOB) && !hasBlob;
      const all = inline
        ? joined(parts as readonly Uint8Array[], size)
        : new NativeBlob(iterable(parts) as BlobPart[]);
      for (let i = 0; i < borrowed.length; i++) letGo(borrowed[i] as Piece);
      return all;
    },
  };
}

function joined(parts: readonly Uint8Array[], size: number): ArrayBuffer {
  const buffer = new NativeArrayBuffer(size);
  const all = new NativeUint8Array(buffer);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Uint8Array;
    setBytes(all, part, at);
    at += byteLength(part);
  }
  return buffer;
}
