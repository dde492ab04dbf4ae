/**
 * What cannot be seen in an editor, steers the direction of text, or is half of a character; and marks on a letter that has
 * eight already, more than any script puts on one: Chromium takes seconds for thousands. All are one UTF-16 unit long: a
 * surrogate is one only without its other half.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff]|(?<=\p{M}{8})(?=\p{M})[\0-\uffff]/gu;

const RUNS = new RegExp(`(?:${UNSEEN.source})+`, 'gu');

const HALF = '\ufffd';
const ANY = '•';

/** A text of the same length in which all can be seen: controls as their pictures (U+240D for a carriage return). */
export const standIns = (text: string): string => text.replace(UNSEEN, standIn);

/** What is shown in place of one of them. */
export function standIn(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
  if (unit === 0x7f) return '\u2421';
  return unit >= 0xd800 && unit <= 0xdfff ? HALF : ANY;
}

/** Where some of them stand next to each other. */
export const unseenRuns = (text: string): Iterable<RegExpExecArray> => text.matchAll(RUNS);

/** Which one it is, as Unicode counts. */
export const nameOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
