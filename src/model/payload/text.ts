import type { Data } from './data.ts';

// Each byte counts: a byte order mark is a character of the payload like any.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** A payload read as UTF-8; what is none becomes U+FFFD. Empty for one that did not arrive. */
export const utf8Text = (data: Data): string =>
  typeof data === 'string' ? data : data === undefined ? '' : utf8.decode(data);

/** A payload as the text that it is, or `undefined` where its bytes are not UTF-8 or did not arrive. */
export function exactText(data: Data): string | undefined {
  if (typeof data !== 'object') return data;
  try {
    return strictUtf8.decode(data);
  } catch {
    return undefined;
  }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Bytes as characters of the same number, one each: ISO 8859-1, which `TextDecoder` takes for windows-1252. Widened to
 * UTF-16 they are read natively, twelve times faster than by `String.fromCharCode`.
 */
export const latin1Text = (bytes: Uint8Array): string => utf16.decode(new Uint16Array(bytes));

/** A payload as the bytes that go over the wire. */
export const wireBytes = (data: Exclude<Data, undefined>): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;
