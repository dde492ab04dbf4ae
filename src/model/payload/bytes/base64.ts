const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = '='.charCodeAt(0);
const INVALID = 64;

const letters = new TextEncoder().encode(ALPHABET);

const sextets = new Uint8Array(128).fill(INVALID);
letters.forEach((letter, sextet) => {
  sextets[letter] = sextet;
});

/** Bytes as base64, with padding, of any length: `btoa` takes no bytes and is slow for many. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  const letter = (bits: number) => letters[bits & 63] ?? PADDING;
  for (let from = 0, to = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from;
    const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    text[to++] = letter(bits >> 18);
    text[to++] = letter(bits >> 12);
    text[to++] = left > 1 ? letter(bits >> 6) : PADDING;
    text[to++] = left > 2 ? letter(bits) : PADDING;
  }
  return new TextDecoder().decode(text);
}

/**
 * The bytes that a base64 text stands for, or `undefined` where it is none. White space is passed over and padding
 * may be missing, as in https://infra.spec.whatwg.org/#forgiving-base64-decode.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\t\n\f\r ]+/g, '').replace(/={1,2}$/, '');
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  for (let from = 0, to = 0; from < digits.length; from++) {
    const sextet = sextets[digits.charCodeAt(from)] ?? INVALID;
    if (sextet === INVALID) return undefined;
    bits = (bits << 6) | sextet;
    // Every digit but the first of a group of four completes a byte.
    if (from % 4 > 0) bytes[to++] = bits >> (6 - 2 * (from % 4));
  }
  return bytes;
}
