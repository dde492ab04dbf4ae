import { list, NativeArrayBuffer, NativeUint8Array, setBytes } from '#hook/natives.ts';

/**
 * Memory is taken in pieces of this size, in bytes; what is more than a quarter of one gets its own. What is larger
 * than a megabyte, near enough, Chromium's allocator gives back to the system, and takes anew each time.
 */
const PIECE = 14 * 65_536;

/** How many pieces wait to be used again. */
const SPARES = 8;

/** A piece of memory with bytes in it. */
export interface Piece {
  readonly buffer: ArrayBuffer;
  /** In bytes. */
  readonly size: number;
  /** How much of it is taken, in bytes. */
  used: number;
  /** How many takers still need what they put there. */
  takers: number;
}

const pieceOf = (size: number): Piece => ({ buffer: new NativeArrayBuffer(size), size, used: 0, takers: 0 });

const spares = list<Piece>();
let current = pieceOf(0);

/** A piece with room for so many bytes at least. Who puts some there adds to `used` and `takers`. */
export function pieceFor(length: number): Piece {
  if (length > PIECE / 4) return pieceOf(length);
  if (current.used + length > current.size) {
    const spare = spares[spares.length - 1];
    if (spare) spares.length--;
    current = spare ?? pieceOf(PIECE);
  }
  return current;
}

/**
 * Copies bytes into memory that is used again and again: new memory costs a page several times what the copying
 * costs. Not by `slice`, which calls the constructor of the page's class. The copy is at the end of what is used.
 */
export function copyOf(buffer: ArrayBuffer, from: number, length: number): Piece {
  const piece = pieceFor(length);
  // The buffer of an empty view may be detached, and then none can be made of it.
  if (length > 0)
    setBytes(
      new NativeUint8Array(piece.buffer, piece.used, length),
      new NativeUint8Array(buffer, from, length),
    );
  piece.used += length;
  piece.takers++;
  return piece;
}

/** One taker needs its bytes no more; when none does, all of the piece may be written over. */
export function letGo(piece: Piece): void {
  if (--piece.takers > 0) return;
  piece.used = 0;
  if (piece !== current && piece.size === PIECE && spares.length < SPARES) spares[spares.length] = piece;
}
