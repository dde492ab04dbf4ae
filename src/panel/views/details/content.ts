import { type Data, exactText } from '#model';

/** The longest text that is read as JSON to be opened and closed, in UTF-16 units: it takes some seconds, in turns. */
const LONGEST_JSON = 32_000_000;

/** Characters that text does not have but that bytes which are no text are full of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** A payload as the text that it is; `undefined` where it is bytes that are no text. */
export function readable(data: Data): string | undefined {
  const text = exactText(data);
  return typeof data !== 'string' && text !== undefined && NO_TEXT.test(text) ? undefined : text;
}

/** Whether a text is worth reading as JSON: whether it begins like an object or an array. */
export const mayBeJson = (text: string): boolean => text.length <= LONGEST_JSON && /^\s*[[{]/.test(text);

/** A payload as bytes: text as UTF-8. */
export const bytesOf = (data: Data): Uint8Array =>
  data instanceof Uint8Array ? data : new TextEncoder().encode(data ?? '');
