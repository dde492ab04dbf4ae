/** A payload as it is kept: text, bytes, or `undefined` where nothing of it arrived. */
export type Data = string | Uint8Array | undefined;

const encoder = new TextEncoder();

/** Found by the browser at several characters a time: most texts have none, and are as long as they have units. */
const beyondAscii = /[\x80-\uffff]/;

/** How much is encoded at once, in UTF-16 units, of which each is three bytes at most. */
const STEP = 1 << 15;

/** Room for what is encoded only to be counted: the browser is several times faster at that than a loop of ours. */
const room = new Uint8Array(STEP * 3);

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800;

/**
 * UTF-8 length of a text, in bytes. A lone surrogate counts three, as U+FFFD does that takes its place on the
 * wire (https://encoding.spec.whatwg.org/#utf-8-encoder).
 */
export function utf8Length(text: string): number {
  if (!beyondAscii.test(text)) return text.length;
  let bytes = 0;
  for (let at = 0; at < text.length; ) {
    let end = at + STEP;
    // A pair is not cut in two: its halves would count as lone ones.
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    // No more is taken than is encoded: the browser copies all that it is given, a long text as often as there are steps.
    bytes += encoder.encodeInto(text.slice(at, end), room).written;
    at = end;
  }
  return bytes;
}

/** Length of a payload on the wire, in bytes. */
export const byteLength = (data: Data): number =>
  typeof data === 'string' ? utf8Length(data) : (data?.byteLength ?? 0);
