import type { Expression } from '../expression/expression.ts';
import type { RowTest } from '../result/result.ts';

/** How dear a test is: what reads columns comes before what reads sockets, payloads last. */
export const costs = { columns: 0, socket: 1, words: 2, regex: 3, json: 4 } as const;

/** One part of a query. */
export interface Term {
  readonly cost: number;
  readonly test: RowTest;
  /** What it looks for in texts, so that it can be highlighted there. */
  readonly marks: readonly Expression[];
  /** The JSON paths that it asks about. */
  readonly paths?: readonly Path[];
}

/** The keys and places that lead to a value of JSON, one in the other. */
export type Path = readonly string[];

export const everything: Term = { cost: 0, test: () => true, marks: [] };

const cheapestFirst = (terms: readonly Term[]) => [...terms].sort((a, b) => a.cost - b.cost);

const dearest = (terms: readonly Term[]) => Math.max(...terms.map(({ cost }) => cost));

const pathsOf = (terms: readonly Term[]) => terms.flatMap(({ paths = [] }) => paths);

const marksOf = (terms: readonly Term[]) => terms.flatMap(({ marks }) => marks);

/** Passes what passes each of one or more terms. */
export function all(terms: readonly Term[]): Term {
  const tests = cheapestFirst(terms).map(({ test }) => test);
  const [only] = tests;
  const test: RowTest = (session, row) => {
    for (const each of tests) if (!each(session, row)) return false;
    return true;
  };
  return {
    cost: dearest(terms),
    test: only && tests.length === 1 ? only : test,
    marks: marksOf(terms),
    paths: pathsOf(terms),
  };
}

/** Passes what passes one of one or more terms. */
export function any(terms: readonly Term[]): Term {
  const tests = cheapestFirst(terms).map(({ test }) => test);
  const [only] = tests;
  const test: RowTest = (session, row) => {
    for (const each of tests) if (each(session, row)) return true;
    return false;
  };
  return {
    cost: dearest(terms),
    test: only && tests.length === 1 ? only : test,
    marks: marksOf(terms),
    paths: pathsOf(terms),
  };
}

/** Passes what does not pass the term; there is nothing to highlight in it. */
export const not = ({ cost, test }: Term): Term => ({
  cost,
  test: (session, row) => !test(session, row),
  marks: [],
});
