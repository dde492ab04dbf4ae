import { type Data, exactText, prettyJson, utf8Text } from '#model';

/** What can be shown of a payload as text. */
export interface Content {
  readonly text: string;
  readonly isJson: boolean;
}

/** The longest text that is laid out as JSON without being asked, in UTF-16 units: it takes some 100 ms. */
const LONGEST = 2_000_000;

/** Characters that text does not have but that bytes which are no text are full of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** A payload as it is best read: JSON laid out, else as text; `undefined` where it is bytes that are no text. */
export function readable(data: Data): Content | undefined {
  const text = exactText(data);
  if (text === undefined || (typeof data !== 'string' && NO_TEXT.test(text))) return undefined;
  const pretty = text.length <= LONGEST ? prettyJson(text) : undefined;
  return { text: pretty ?? text, isJson: pretty !== undefined };
}

/** A payload as text, whatever it is: bytes as UTF-8, with U+FFFD for what is none. */
export const plain = (data: Data): Content => ({ text: utf8Text(data), isJson: false });

/** A payload as bytes: text as UTF-8. */
export const bytesOf = (data: Data): Uint8Array =>
  data instanceof Uint8Array ? data : new TextEncoder().encode(data ?? '');
