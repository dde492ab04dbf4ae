import type { Data } from '../../payload/data.ts';
import { latin1Text, utf8Text } from '../../payload/text.ts';
import type { Session } from '../../session/session.ts';
import { bytesTest } from './bytes.ts';
import { costs, everything, type Term } from './term.ts';

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Finds a word or phrase in a text, whatever its case: an engine is fastest at that as a regex. */
export const wordPattern = (text: string): RegExp => new RegExp(escapeRegex(text), 'i');

/** A word or phrase, anywhere in the text of a row, whatever its case. */
export function textTerm(text: string): Term {
  if (text === '') return everything;
  const pattern = wordPattern(text);
  if (!/[^\0-\x7f]/.test(text)) return searchTerm(pattern, costs.words, bytesTest(text));
  const { test, ...term } = searchTerm(pattern, costs.words);
  return { ...term, test: (session, row) => !isAscii(session, row) && test(session, row) };
}

/** A text of as many bytes as UTF-16 units has no other letters: most are so, and that is known without reading them. */
const isAscii = ({ rows }: Session, row: number) => {
  const data = rows.data(row);
  return (
    typeof data === 'string' &&
    data.length === rows.size(row) &&
    rows.error(row) === undefined &&
    rows.note(row) === undefined
  );
};

/** A regular expression; its `g` and `y` are for those who step through matches and mean nothing here. */
export const regexTerm = (source: string, flags: string): Term =>
  searchTerm(new RegExp(source, flags.replace(/[dgy]/g, '')), costs.regex);

type BytesTest = (bytes: Uint8Array) => boolean;

/** Whether a pattern is found in bytes, read as UTF-8 or a character each. */
const eitherWay =
  (pattern: RegExp): BytesTest =>
  (bytes) =>
    pattern.test(utf8Text(bytes)) || pattern.test(latin1Text(bytes));

/** A row passes where the pattern is found in its payload, in its error, or in what a person noted about it. */
function searchTerm(pattern: RegExp, cost: number, inBytes: BytesTest = eitherWay(pattern)): Term {
  const found = (data: Data) =>
    typeof data === 'object' ? inBytes(data) : data !== undefined && pattern.test(data);
  const test = ({ rows }: Session, row: number) =>
    found(rows.error(row)) || found(rows.note(row)) || found(rows.data(row));
  return { cost, test, marks: [pattern] };
}
