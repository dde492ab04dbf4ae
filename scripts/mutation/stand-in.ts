/**
 * What tests import in place of `vitest` while mutants are tried: it keeps them for the runner. What it does not know of
 * Vitest is a mistake when the tests are bundled.
 */
export { expect } from 'vitest';

/** A test as the runner sees it. */
export interface Test {
  readonly id: string;
  /** From the folder of the project. */
  readonly file: string;
  run(): unknown;
}

type Body = (...values: never[]) => unknown;
type Declare = (name: string, body: Body) => void;

/** All that were declared, in their order. */
export const tests: Test[] = [];

/** The file that tests are declared in now, and the groups. */
let file = '';
const groups: string[] = [];

/** Says which file the tests are in that are declared from now on. */
export function begin(name: string): void {
  file = name;
}

const declareTest: Declare = (name, run) => {
  tests.push({ id: [file, ...groups, name].join(' '), file, run: run as () => unknown });
};

const declareGroup: Declare = (name, body) => {
  groups.push(name);
  (body as () => void)();
  groups.pop();
};

/** Adds `each`. Its cases are told apart by number: their names are not filled in. */
const withEach = (declare: Declare) =>
  Object.assign(declare, {
    each: (cases: readonly unknown[]) => (name: string, body: Body) => {
      cases.forEach((values, index) => {
        const own = (Array.isArray(values) ? values : [values]) as never[];
        declare(`${name} (${index})`, () => body(...own));
      });
    },
  });

export const test = withEach(declareTest);
export const it = test;
export const describe = withEach(declareGroup);
