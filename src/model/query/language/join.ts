import { fieldNames } from './fields.ts';
import { lex } from './lex.ts';
import { parseQuery } from './parse.ts';

/** A query that asks for what another does and for one thing more, which is no OR; what cannot be read is left out. */
export function andAlso(query: string, term: string): string {
  const before = query.trim();
  const read = parseQuery(before);
  if (before === '' || !read.ok) return term;
  if (read.conjuncts.some(({ source }) => source === term)) return before;
  return `${hasAlternatives(before) ? `(${before})` : before} ${term}`;
}

function hasAlternatives(query: string): boolean {
  let open = 0;
  return lex(query, fieldNames).some(({ kind }) => {
    if (kind === '(') open++;
    if (kind === ')') open--;
    return kind === 'OR' && open === 0;
  });
}
