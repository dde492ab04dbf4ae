import { readString } from '../../payload/json/path.ts';
import { utf8Text } from '../../payload/text.ts';
import { isMessage } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import { compareDecimals, readDecimal } from './decimal.ts';
import { costs, type Term } from './term.ts';
import { writtenValues } from './written.ts';

type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~';

/** @param written as it stands in the payload, where that may matter */
type ValueTest = (value: unknown, written?: string) => boolean;

const PATH = /^(?:"(?:[^"\\]|\\.)*"|\[\d+\]|[^"[\]=<>~!]+)+/;
const STEP = /"(?:[^"\\]|\\.)*"|\[(\d+)\]|[^".[\]]+/g;
const COMPARISON = /^(!=|>=|<=|[=><~])(.+)$/s;

/**
 * Reads `a.b[0].c`, which asks whether there is such a value in a JSON payload, or `a.b=5`, which asks what it is: `=`
 * and `!=`, also with a range such as `1..5`; `<` `>` `<=` `>=` for numbers, which are compared as they are written; `~`
 * for a part of the text. Keys and values may be in quotes, as JSON has them. Of a key that is there more than once each value counts.
 * @returns `undefined` where it is none of these
 */
export function jsonTerm(text: string): Term | undefined {
  const [path = ''] = PATH.exec(text) ?? [];
  const steps = Array.from(path.matchAll(STEP), ([step, index]) => index ?? said(step));
  const rest = text.slice(path.length);
  const test = rest === '' ? () => true : valueTest(rest);
  if (steps.length === 0 || !test) return undefined;
  return { cost: costs.json, test: rowTest(steps, test), marks: [], paths: [steps] };
}

/** What stands between quotes, if there are any. */
const said = (written: string) => (written.startsWith('"') ? readString(written) : written);

function rowTest(steps: readonly string[], test: ValueTest) {
  const key = steps.findLast((step) => !/^(?:\d+|length)$/.test(step));
  const keys = steps.map((step) => JSON.stringify(step));
  return ({ rows }: Session, row: number): boolean => {
    if (!isMessage(rows.type(row))) return false;
    const text = utf8Text(rows.data(row));
    // Most payloads do not even have the key: unless it may be escaped there, that is seen without parsing.
    if (key !== undefined && !text.includes(key) && !text.includes('\\')) return false;
    const root = parsed(text);
    if (root === undefined) return false;
    if (isPlain(text, keys)) {
      const found = follow(root, steps);
      return found !== undefined && test(found.value);
    }
    for (const written of writtenValues(text, steps)) if (test(JSON.parse(written), written)) return true;
    return false;
  };
}

/** A number of more digits than a double has for certain, or one that may be too large or too small for it. */
const LONG = /\d[\d.]{15}|\d[eE]/;

/** Whether the engine reads all that matters of a JSON text: it takes the last of several values of a key, and the nearest number. */
function isPlain(text: string, keys: readonly string[]): boolean {
  if (LONG.test(text) || /\\[u/]/.test(text)) return false;
  return keys.every((key) => text.indexOf(key) === text.lastIndexOf(key));
}

/** The last text that was parsed: several terms of a query ask for the same. */
let last: { readonly text: string; readonly value: unknown } = { text: '', value: undefined };

/** The value of a JSON text that is an object or an array; `undefined` for any other. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  if (text !== last.text) last = { text, value: parse(text) };
  return last.value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a path leads to, in an object so that it may be null. */
function follow(root: unknown, steps: readonly string[]): { readonly value: unknown } | undefined {
  let value = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return { value };
}

function valueTest(text: string): ValueTest | undefined {
  const [, operator, written] = COMPARISON.exec(text) ?? [];
  if (operator === undefined || written === undefined) return undefined;
  const quoted = written.startsWith('"');
  return comparison(operator as Operator, said(written), quoted);
}

function comparison(operator: Operator, wanted: string, quoted: boolean): ValueTest | undefined {
  switch (operator) {
    case '=':
      return equality(wanted, quoted);
    case '!=': {
      const equals = equality(wanted, quoted);
      return (value, written) => !equals(value, written);
    }
    case '~':
      return (value) => printed(value).toLowerCase().includes(wanted.toLowerCase());
    default:
      return ordered(operator, wanted);
  }
}

/** What is in quotes is a string; what is not is whatever it looks like. */
function equality(wanted: string, quoted: boolean): ValueTest {
  const range = rangeOf(wanted);
  return (value, written) => {
    if (typeof value === 'string') return value === wanted;
    if (quoted) return false;
    if (typeof value !== 'number') return String(value) === wanted;
    return range?.(value, written) === true;
  };
}

const RANGE = /^(.*?)\.\.(.*)$/;

/** Whether a number is that which is written, or in the range; `undefined` where neither is written. */
function rangeOf(wanted: string): ValueTest | undefined {
  const [, low = wanted, high = wanted] = RANGE.exec(wanted) ?? [];
  const [from, to] = [ordered('>=', low), ordered('<=', high)];
  if ((low !== '' && !from) || (high !== '' && !to) || !(from ?? to)) return undefined;
  return (value, written) => from?.(value, written) !== false && to?.(value, written) !== false;
}

function ordered(operator: '>' | '>=' | '<' | '<=', wanted: string): ValueTest | undefined {
  const compare = comparedWith(wanted);
  return (
    compare &&
    ((value, written) => {
      const order = compare(value, written);
      if (order === undefined) return false;
      return operator === '>'
        ? order > 0
        : operator === '<'
          ? order < 0
          : operator === '>='
            ? order >= 0
            : order <= 0;
    })
  );
}

const printed = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Below 0 for a value that is less, 0 for the same number; `undefined` for what is none. */
type Comparison = (value: unknown, written?: string) => number | undefined;

/** Compares with a number as it is written; `undefined` where it is none. */
function comparedWith(wanted: string): Comparison | undefined {
  const number = Number(wanted);
  if (wanted.trim() === '' || Number.isNaN(number)) return undefined;
  const exact = readDecimal(wanted);
  return (value, written) => {
    const measured = toNumber(value);
    if (measured !== number) return Number.isNaN(measured) ? undefined : measured - number;
    // What is one number to a double may be two.
    const other = exact && readDecimal(typeof value === 'string' ? value : (written ?? String(value)));
    return exact && other ? compareDecimals(other, exact) : 0;
  };
}

/** Numbers in strings count, such as "12.50"; NaN for what is none, which compares to nothing. */
const toNumber = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? Number(value)
    : Number.NaN;
