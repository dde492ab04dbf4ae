import { type Data, decodedParts, imageType } from '#model';

/** The longest text that is read as JSON to be opened and closed, in UTF-16 units: it takes some seconds, in turns. */
export const LONGEST_JSON = 32_000_000;

/** Characters that text does not have but that bytes which are no text are full of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** So many bytes tell whether a payload is text, mostly. */
const BEGINNING = 4096;

/** Whether a payload is bytes that are, as far as their beginning tells, neither an image nor text. */
export function isBinary(data: Data): boolean {
  if (typeof data !== 'object' || data.length === 0 || imageType(data)) return false;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return NO_TEXT.test(decoder.decode(data.subarray(0, BEGINNING), { stream: true }));
  } catch (fault) {
    if (fault instanceof TypeError) return true;
    throw fault;
  }
}

/**
 * A payload as the text that it is; `undefined` where it is bytes that are no text. In steps, each of which gives how
 * far it is, from 0 to 1.
 */
export function* readable(data: Data): Generator<number, string | undefined> {
  if (typeof data !== 'object') return data;
  let text = '';
  try {
    for (const { part, share } of decodedParts(data, true)) {
      if (NO_TEXT.test(part)) return undefined;
      text += part;
      yield share;
    }
    return text;
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}

/** Whether a text is worth reading as JSON: whether it begins like an object or an array. */
export const mayBeJson = (text: string): boolean => text.length <= LONGEST_JSON && /^\s*[[{]/.test(text);
