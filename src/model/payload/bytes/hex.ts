/** A row of bytes, or fewer at the end, as a hex editor shows them. */
export interface HexRow {
  /** Of the first byte. */
  readonly offset: number;
  /** Two digits a byte, spaces between. */
  readonly hex: string;
  /** A character a byte, a full stop where ASCII has none to see. */
  readonly ascii: string;
}

/** Bytes in a row, where there is room for as many. */
export const HEX_ROW = 16;

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as hex, two digits each, spaces between. */
export const hexBytes = (bytes: Uint8Array): string => Array.from(bytes, (byte) => digits[byte]).join(' ');

/** The rows, `wide` bytes each, that hold the bytes `from` up to `to`: whole ones, so that each byte keeps its column. */
export function hexDump(bytes: Uint8Array, from = 0, to = bytes.length, wide = HEX_ROW): HexRow[] {
  const rows: HexRow[] = [];
  for (let offset = from - (from % wide); offset < Math.min(to, bytes.length); offset += wide) {
    const row = bytes.subarray(offset, offset + wide);
    rows.push({ offset, hex: hexBytes(row), ascii: Array.from(row, seen).join('') });
  }
  return rows;
}

const seen = (byte: number) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : '.');

export type HexErrorKey =
  /** The character at `at` is no hex digit. */
  | 'hexDigit'
  /** The digit at `at` has no second one: a byte has two. */
  | 'hexOdd';

/** Bytes, or what is wrong and where, in UTF-16 units. */
export type ParsedHex =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly key: HexErrorKey; readonly at: number };

/** What may stand between bytes: white space, commas, and the `0x` of a byte. */
const BETWEEN = /(?:[\s,]|0x(?=[\da-f]))+/iy;
const DIGIT = /[\da-f]/i;

/** Reads bytes as a person writes them: `deadbeef`, `de ad be ef`, `0xde, 0xad`. */
export function parseHex(text: string): ParsedHex {
  const bytes: number[] = [];
  for (let at = skip(text, 0); at < text.length; at = skip(text, at + 2)) {
    if (!DIGIT.test(text.charAt(at))) return { ok: false, key: 'hexDigit', at };
    if (/^[\s,]?$/.test(text.charAt(at + 1))) return { ok: false, key: 'hexOdd', at };
    if (!DIGIT.test(text.charAt(at + 1))) return { ok: false, key: 'hexDigit', at: at + 1 };
    bytes.push(Number.parseInt(text.slice(at, at + 2), 16));
  }
  return { ok: true, bytes: Uint8Array.from(bytes) };
}

function skip(text: string, at: number): number {
  BETWEEN.lastIndex = at;
  return BETWEEN.test(text) ? BETWEEN.lastIndex : at;
}
