import { diffWordsWithSpace } from 'diff';

/** A part of a line, and whether it is what differs. */
export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** A line that both have, or that only one of them has. */
export interface DiffLine {
  readonly in: 'both' | 'before' | 'after';
  readonly parts: readonly Part[];
  /** Of a value of JSON: how many others it is within. */
  readonly depth?: number;
}

/** Lines up to this many UTF-16 units are compared word by word. */
const LONGEST = 2000;

export const whole = (place: DiffLine['in'], text: string): DiffLine => ({
  in: place,
  parts: [{ text, differs: false }],
});

/** A line and the one that took its place, with the words that differ. */
export function wordChanges(
  before: string,
  after: string,
): { readonly before: DiffLine; readonly after: DiffLine } {
  if (before.length > LONGEST || after.length > LONGEST)
    return { before: whole('before', before), after: whole('after', after) };
  const changes = diffWordsWithSpace(before, after);
  const side = (place: 'before' | 'after', other: 'added' | 'removed'): DiffLine => ({
    in: place,
    parts: changes
      .filter((change) => !change[other])
      .map(({ value, added, removed }) => ({ text: value, differs: added || removed })),
  });
  return { before: side('before', 'added'), after: side('after', 'removed') };
}
