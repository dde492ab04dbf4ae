import { method, NativeUint8Array, stringify, textSlice } from '#hook/natives.ts';
import { type Piece, pieceFor } from './arena.ts';

const encodeInto = method(TextEncoder, 'encodeInto');
const isWellFormed = method(String, 'isWellFormed');
const encoder = new TextEncoder();

/** A character is at most so many bytes of UTF-8. */
const LONGEST = 4;

/** Takes a part of a text, where it was written. In bytes. */
type Take = (piece: Piece, from: number, length: number) => void;

/**
 * Writes text as UTF-8 into memory that is used again; `take` gets each part of it, and lets go of its piece later. Text with
 * lone surrogates, which UTF-8 cannot carry, is written as JSON, which escapes them: gives whether it was.
 */
export function encode(text: string, take: Take): boolean {
  const json = !isWellFormed(text);
  const all = json ? stringify(text) : text;
  for (let at = 0; at < all.length; ) {
    const piece = pieceFor(LONGEST);
    const from = piece.used;
    const part = textSlice(all, at, at + piece.size - from);
    // A pair that the end of the part cuts in two is left for the next time.
    const whole = isWellFormed(part) ? part : textSlice(part, 0, -1);
    const { read, written } = encodeInto(encoder, whole, new NativeUint8Array(piece.buffer, from));
    piece.used += written;
    piece.takers++;
    take(piece, from, written);
    at += read;
  }
  return json;
}
