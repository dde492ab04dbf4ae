import { type Pattern, parseQuery } from '#model';

/** What is looked for in a payload. */
export interface Sought {
  readonly text: string;
  readonly pattern: Pattern;
  /** Whether it was written as an expression. */
  readonly isExpression: boolean;
}

/** The end of a key of JSON, and the colon behind it. */
export const COLON = /" ?: ?/g;

const EXPRESSION = /^\/.+\/[a-z]*$/s;

/**
 * Reads what is looked for: a text, whatever its case, with or without the space that may stand around a colon of JSON,
 * or a `/regular expression/`, as in the filter.
 * @returns `undefined` for the empty text, and for an expression that is none
 */
export function readSought(text: string): Sought | undefined {
  if (text === '') return undefined;
  if (!EXPRESSION.test(text)) return { text, isExpression: false, pattern: patternOf(spaced(text)) };
  const query = parseQuery(text);
  return query.ok && query.highlight ? { text, isExpression: true, pattern: query.highlight } : undefined;
}

/** A pattern of a regular expression that the engine is soon through with. */
export const patternOf = (source: string, flags = 'gi'): Pattern => {
  const expression = new RegExp(source, flags);
  return {
    matches: (text) =>
      Array.from(text.matchAll(expression), ({ 0: { length }, index }) => ({ index, length })),
  };
};

const spaced = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(COLON, '"\\s*:\\s*');
