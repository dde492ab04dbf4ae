import type { Data } from '../payload/data.ts';
import { latin1Text, utf8Text } from '../payload/text.ts';
import type { Session } from '../session.ts';
import { costs, everything, type Term } from './term.ts';

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A word or phrase, anywhere in the text of a row, whatever its case: an engine is fastest at that as a regex. */
export function textTerm(text: string): Term {
  if (text === '') return everything;
  const pattern = new RegExp(escapeRegex(text), 'i');
  if (!/[^\0-\x7f]/.test(text)) return searchTerm(pattern, costs.words, false);
  const { test, ...term } = searchTerm(pattern, costs.words, true);
  return { ...term, test: (session, row) => !isAscii(session, row) && test(session, row) };
}

/** A text of as many bytes as UTF-16 units has no other letters: most are so, and that is known without reading them. */
const isAscii = ({ rows }: Session, row: number) => {
  const data = rows.data(row);
  return typeof data === 'string' && data.length === rows.size(row) && rows.error(row) === undefined;
};

/** A regular expression; its `g` and `y` are for those who step through matches and mean nothing here. */
export const regexTerm = (source: string, flags: string): Term =>
  searchTerm(new RegExp(source, flags.replace(/[dgy]/g, '')), costs.regex, true);

/**
 * A row passes where the pattern is found in its payload or in its error. Bytes are read as UTF-8, and where that may
 * make a difference (`alsoLatin1`) a character each too.
 */
function searchTerm(pattern: RegExp, cost: number, alsoLatin1: boolean): Term {
  const found = (data: Data) =>
    typeof data === 'object'
      ? pattern.test(utf8Text(data)) || (alsoLatin1 && pattern.test(latin1Text(data)))
      : data !== undefined && pattern.test(data);
  const test = ({ rows }: Session, row: number) => found(rows.data(row)) || found(rows.error(row));
  return { cost, test, marks: [pattern] };
}
