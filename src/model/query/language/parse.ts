import type { Expression } from '../expression/expression.ts';
import type { RowTest } from '../result/result.ts';
import { type QueryError, QueryFault } from './fault.ts';
import { fieldNames, fields } from './fields.ts';
import { joinMarks } from './highlight.ts';
import { lex, type Token } from './lex.ts';
import type { Conjunct } from './narrow.ts';
import { all, any, everything, not, type Path, type Term } from './term.ts';
import { regexTerm, textTerm, wordPattern } from './text.ts';

/** What a query asks for. */
export interface Asked {
  readonly test: RowTest;
  /** What must all be true of a row. */
  readonly conjuncts: readonly Conjunct[];
  /** Finds in a text what was looked for. Absent where nothing was looked for in texts. */
  readonly highlight?: Expression;
  /** The JSON paths that it asks about. */
  readonly paths: readonly Path[];
}

/** A query that can be asked, or what is wrong with it. */
export type Query =
  | ({ readonly ok: true } & Asked)
  | {
      readonly ok: false;
      readonly error: QueryError;
      /** What is asked for beside fields that have no value yet, where nothing else is wrong. */
      readonly rest?: Asked;
    };

/**
 * Reads the filter language: words, "phrases", /regex/flags and field:value, all of which must be true of a row;
 * -not, NOT, OR, AND, and brackets. The fields are in `fields`. An empty query passes every row.
 */
export function parseQuery(text: string): Query {
  try {
    const parser = new Parser(text);
    const { test, marks, paths = [] } = parser.query();
    const highlight = joinMarks(marks);
    const asked = { test, conjuncts: parser.conjuncts, paths, ...(highlight && { highlight }) };
    return parser.unfinished
      ? { ok: false, error: parser.unfinished.error, rest: asked }
      : { ok: true, ...asked };
  } catch (fault) {
    if (fault instanceof QueryFault) return { ok: false, error: fault.error };
    throw fault;
  }
}

/** Deeper than anybody writes, and not as deep as the stack. */
const DEEPEST = 100;

class Parser {
  /** What must all be true, as far as it has been read. */
  conjuncts: readonly Conjunct[] = [];
  /** What is wrong with the first field that has no value yet: who types it is not done, and it counts as not there. */
  unfinished: QueryFault | undefined;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = lex(text, fieldNames);
  }

  query(): Term {
    if (this.#tokens.length === 0) return everything;
    const term = this.#anyOf(0);
    const rest = this.#peek;
    if (rest) throw new QueryFault('queryUnopened', rest.at, rest.length);
    return term ?? everything;
  }

  get #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(kind: Token['kind']): boolean {
    if (this.#peek?.kind !== kind) return false;
    this.#next++;
    return true;
  }

  /** `undefined` where there is nothing but fields without a value. */
  #anyOf(depth: number): Term | undefined {
    const terms = [this.#allOf(depth)];
    while (this.#take('OR')) terms.push(this.#allOf(depth));
    if (depth === 0 && terms.length > 1) this.conjuncts = [{ source: this.#text }];
    return joined(terms, any);
  }

  #allOf(depth: number): Term | undefined {
    const terms: (Term | undefined)[] = [];
    do {
      if (terms.length > 0) this.#take('AND');
      const first = this.#next;
      const term = this.#term(depth);
      terms.push(term);
      if (depth === 0 && term) this.conjuncts = [...this.conjuncts, this.#conjunct(first)];
    } while (this.#peek && this.#peek.kind !== 'OR' && this.#peek.kind !== ')');
    return joined(terms, all);
  }

  /** The condition that begins with a token and ends before the next one to be read. */
  #conjunct(first: number): Conjunct {
    const [from, to] = [this.#tokens[first], this.#tokens[this.#next - 1]];
    if (from === to && from?.kind === 'word' && from.text !== '')
      return { source: from.text, word: wordPattern(from.text) };
    return { source: this.#text.slice(from?.at, to && to.at + to.length) };
  }

  #term(depth: number): Term | undefined {
    let negated = false;
    while (this.#take('-')) negated = !negated;
    const token = this.#peek;
    if (!token || token.kind === 'OR' || token.kind === 'AND' || token.kind === ')')
      throw new QueryFault('queryMissing', token?.at ?? this.#text.length, token?.length ?? 0);
    this.#next++;
    const term = token.kind === '(' ? this.#group(token, depth + 1) : this.#single(token);
    return term && negated ? not(term) : term;
  }

  #single(token: Token): Term | undefined {
    try {
      return termOf(token);
    } catch (fault) {
      if (token.kind !== 'field' || token.value !== '' || !(fault instanceof QueryFault)) throw fault;
      this.unfinished ??= fault;
      return undefined;
    }
  }

  #group(bracket: Token, depth: number): Term | undefined {
    if (depth > DEEPEST) throw new QueryFault('queryDepth', bracket.at, bracket.length);
    const term = this.#anyOf(depth);
    if (!this.#take(')')) throw new QueryFault('queryUnclosed', bracket.at, bracket.length);
    return term;
  }
}

/** What is there of some terms, as one. */
function joined(terms: readonly (Term | undefined)[], join: typeof all): Term | undefined {
  const there = terms.filter((term) => term !== undefined);
  return there.length > 0 ? join(there) : undefined;
}

function termOf(token: Token): Term {
  switch (token.kind) {
    case 'regex':
      return readRegex(token);
    case 'field':
      return fields[token.name]?.read(token.value, token.valueAt) ?? everything;
    case 'word':
      return textTerm(token.text);
    default:
      return everything;
  }
}

/** Flags of expressions: https://tc39.es/ecma262/#sec-regexpinitialize */
const FLAGS = 'dgimsuvy';

function readRegex({ source, flags, at, length }: Token & { kind: 'regex' }): Term {
  if (source === '') throw new QueryFault('queryEmptyRegex', at, length);
  const wrong = [...flags].find((flag, i) => !FLAGS.includes(flag) || flags.indexOf(flag) < i);
  if (wrong !== undefined)
    throw new QueryFault('queryFlag', at + length - flags.length, flags.length, [...FLAGS].join(' '));
  try {
    return regexTerm(source, flags);
  } catch (error) {
    throw new QueryFault('queryRegex', at, length, error instanceof Error ? error.message : String(error));
  }
}
