import type { Expression } from '../expression/expression.ts';

/** One of the things that must all be true of a row, as it is written. */
export interface Conjunct {
  readonly source: string;
  /** Of a word: finds it in a text. */
  readonly word?: Expression;
}

/** What may become true or false of a row after it was tested. */
const CHANGES = /\b(?:is|state):/i;

/**
 * Whether all that passes the one query passes the other: as one types on, words become longer and conjuncts more.
 * There are others of which it is true, too: what is looked for then is looked for from the start.
 */
export const narrows = (next: readonly Conjunct[], before: readonly Conjunct[]): boolean =>
  before.every((wide) => next.some((narrow) => implies(narrow, wide)));

function implies(narrow: Conjunct, wide: Conjunct): boolean {
  if (wide.word && narrow.word) return wide.word.test(narrow.source);
  return !wide.word && !narrow.word && wide.source === narrow.source && !CHANGES.test(wide.source);
}
