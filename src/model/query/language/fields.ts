import { isMessage, rowTypes } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import { readyStates } from '../../session/socket.ts';
import type { RowTest } from '../result/result.ts';
import { QueryFault } from './fault.ts';
import { jsonTerm } from './json.ts';
import { unquote } from './lex.ts';
import { parseRange, type Units } from './range.ts';
import { any, costs, type Term } from './term.ts';

/** A field of the filter language: what stands before the colon. */
export interface Field {
  /** The values that it can have, where they are few. */
  readonly values?: readonly string[];
  /** Values to begin with, where they are many. */
  readonly examples?: readonly string[];
  /** Reads a value that stands at a place of the query; throws QueryFault. */
  readonly read: (value: string, at: number) => Term;
}

type Choice = Readonly<Record<string, RowTest>>;

const directions: Choice = {
  in: ({ rows }, row) => rows.type(row) === 'message',
  out: ({ rows }, row) => rows.type(row) === 'send',
};

const isMessageRow: RowTest = ({ rows }, row) => isMessage(rows.type(row));

const kinds: Choice = {
  text: (session, row) => isMessageRow(session, row) && session.rows.form(row) === 'text',
  binary: (session, row) => isMessageRow(session, row) && session.rows.form(row) !== 'text',
};

const marks: Choice = {
  injected: ({ rows }, row) => rows.type(row) === 'message' && rows.author(row) === 'panel',
  resent: ({ rows }, row) => rows.type(row) === 'send' && rows.author(row) === 'panel',
  error: ({ rows }, row) => rows.type(row) === 'error' || rows.error(row) !== undefined,
  marked: ({ rows }, row) => rows.note(row) !== undefined,
};

const choiceOf = (
  names: readonly string[],
  test: (session: Session, row: number) => string | undefined,
): Choice => Object.fromEntries(names.map((name) => [name, (session, row) => test(session, row) === name]));

const types = choiceOf(rowTypes, ({ rows }, row) => rows.type(row));

const states = choiceOf(readyStates, ({ rows, sockets }, row) => sockets[rows.socketIndex(row)]?.state);

const BYTES: Units = { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 };
const MILLISECONDS: Units = { '': 1e3, ms: 1, s: 1e3, m: 60e3, min: 60e3, h: 3600e3 };

/** The fields of the filter language, in the order in which they are suggested. */
export const fields: Readonly<Record<string, Field>> = {
  dir: choice(directions, costs.columns),
  kind: choice(kinds, costs.columns),
  type: choice(types, costs.columns),
  is: choice(marks, costs.columns),
  state: choice(states, costs.socket),
  size: range(BYTES, ['>1k', '<100', '1k..10k'], ({ rows }, row) =>
    isMessage(rows.type(row)) ? rows.size(row) : undefined,
  ),
  time: range(
    MILLISECONDS,
    ['>10s', '<500ms', '10s..20s'],
    (session, row) => session.rows.time(row) - session.start,
  ),
  // Sockets are counted from 1, as they are on screen.
  socket: range({ '': 1 }, ['1', '1..3', '2|5'], ({ rows }, row) => rows.socketIndex(row) + 1),
  url: { examples: [], read: urlTerm },
  note: { examples: [], read: noteTerm },
  json: { examples: [], read: readJson },
};

export const fieldNames: ReadonlySet<string> = new Set(Object.keys(fields));

/** Several values may be named, as in `in|out` or `1,3`. */
const alternatives = (value: string) =>
  unquote(value)
    .split(/[|,]/)
    .map((each) => each.trim());

/** A field with few values. */
function choice(tests: Choice, cost: number): Field {
  const values = Object.keys(tests);
  return {
    values,
    read(value, at) {
      const chosen = alternatives(value.toLowerCase());
      const known = Object.entries(tests).filter(([name]) => chosen.includes(name.toLowerCase()));
      if (!chosen.every((name) => values.some((each) => each.toLowerCase() === name)))
        throw new QueryFault('queryValue', at, value.length, values.join(', '));
      return anyTerm(
        cost,
        known.map(([, test]) => test),
      );
    },
  };
}

/** A field that is measured. What has no measure, such as the size of what is no message, is in no range. */
function range(
  units: Units,
  examples: readonly string[],
  measure: (session: Session, row: number) => number | undefined,
): Field {
  return {
    examples,
    read(value, at) {
      const ranges = alternatives(value).map((each) => parseRange(each, units));
      const known = ranges.filter((contains) => contains !== undefined);
      if (known.length < ranges.length)
        throw new QueryFault('queryRange', at, value.length, examples.join(', '));
      const tests = known.map(
        (contains): RowTest =>
          (session, row) => {
            const measured = measure(session, row);
            return measured !== undefined && contains(measured);
          },
      );
      return anyTerm(costs.columns, tests);
    },
  };
}

const anyTerm = (cost: number, tests: readonly RowTest[]): Term =>
  any(tests.map((test) => ({ cost, test, marks: [] })));

/** Part of the URL of the row's socket, whatever its case. */
function urlTerm(value: string, at: number): Term {
  const part = unquote(value).toLowerCase();
  if (part === '') throw new QueryFault('queryMissing', at, value.length);
  const test: RowTest = ({ rows, sockets }, row) =>
    sockets[rows.socketIndex(row)]?.url.toLowerCase().includes(part) ?? false;
  return { cost: costs.socket, test, marks: [] };
}

/** Part of what a person noted about the row, whatever its case. */
function noteTerm(value: string, at: number): Term {
  const part = unquote(value).toLowerCase();
  if (part === '') throw new QueryFault('queryMissing', at, value.length);
  const test: RowTest = ({ rows }, row) => rows.note(row)?.toLowerCase().includes(part) ?? false;
  return { cost: costs.columns, test, marks: [] };
}

function readJson(value: string, at: number): Term {
  const term = jsonTerm(value);
  if (!term) throw new QueryFault('queryPath', at, value.length);
  return term;
}
