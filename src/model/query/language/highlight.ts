import { Expression } from '../expression/expression.ts';

/** What a part of a joined expression may not have: it would count the groups of the parts before it, or name one twice. */
const REFERS = /\\[1-9k]|\(\?</;

/**
 * One expression that finds all of the marks; `undefined` where there are none. Of several that cannot be joined the
 * first is kept.
 */
export function joinMarks(marks: readonly Expression[]): Expression | undefined {
  const [first] = marks;
  if (!first) return undefined;
  const joined =
    marks.length > 1 && haveOneSyntax(marks) ? marks.filter(({ source }) => !REFERS.test(source)) : [];
  if (joined.length === 0) return first;
  const flags = new Set(joined.flatMap((mark) => [...mark.flags]));
  return new Expression(joined.map(({ source }) => `(?:${source})`).join('|'), [...flags].join(''));
}

/** With `u` or `v` an expression is read by other rules. */
const haveOneSyntax = (marks: readonly Expression[]) =>
  new Set(marks.map(({ flags }) => flags.replace(/[^uv]/g, ''))).size === 1;
