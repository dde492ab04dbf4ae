import { type Data, prettyJson } from '#model';

/** What can be shown of a payload as text. */
export interface Content {
  readonly text: string;
  readonly isJson: boolean;
}

/** The longest text that is laid out as JSON without being asked, in UTF-16 units: it takes some 100 ms. */
const LONGEST = 2_000_000;

/** A payload as it is best read: JSON laid out, else as text; `undefined` where it is bytes that are no text. */
export function readable(data: Data): Content | undefined {
  const text = data instanceof Uint8Array ? asText(data) : (data ?? '');
  if (text === undefined) return undefined;
  const pretty = text.length <= LONGEST ? prettyJson(text) : undefined;
  return { text: pretty ?? text, isJson: pretty !== undefined };
}

/** A payload as text, whatever it is: bytes as UTF-8, with U+FFFD for what is none. */
export const plain = (data: Data): Content => ({
  text: data instanceof Uint8Array ? new TextDecoder().decode(data) : (data ?? ''),
  isJson: false,
});

/** A payload as bytes: text as UTF-8. */
export const bytesOf = (data: Data): Uint8Array =>
  data instanceof Uint8Array ? data : new TextEncoder().encode(data ?? '');

/** Characters that text does not have but that bytes which are no text are full of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return NO_TEXT.test(text) ? undefined : text;
  } catch {
    // TypeError is how the decoder says that this is no UTF-8.
    return undefined;
  }
}
