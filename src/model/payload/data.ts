/** A payload as it is kept: text, bytes, or `undefined` where nothing of it arrived. */
export type Data = string | Uint8Array | undefined;

const encoder = new TextEncoder();

/** Room for what is encoded only to be counted: the browser is several times faster at that than a loop of ours. */
const room = new Uint8Array(1 << 16);

/**
 * UTF-8 length of a text, in bytes. A lone surrogate counts three, as U+FFFD does that takes its place on the
 * wire (https://encoding.spec.whatwg.org/#utf-8-encoder).
 */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; ) {
    const { read, written } = encoder.encodeInto(at === 0 ? text : text.slice(at), room);
    at += read;
    bytes += written;
  }
  return bytes;
}

/** Length of a payload on the wire, in bytes. */
export const byteLength = (data: Data): number =>
  typeof data === 'string' ? utf8Length(data) : (data?.byteLength ?? 0);
