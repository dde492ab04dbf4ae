/** A payload as it is kept: text, bytes, or `undefined` where nothing of it arrived. */
export type Data = string | Uint8Array | undefined;

/**
 * UTF-8 length of a text, in bytes. A lone surrogate counts three, as U+FFFD does that takes its place on the
 * wire (https://encoding.spec.whatwg.org/#utf-8-encoder).
 */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) i++;
  }
  return bytes;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** Length of a payload on the wire, in bytes. */
export const byteLength = (data: Data): number =>
  typeof data === 'string' ? utf8Length(data) : (data?.byteLength ?? 0);
