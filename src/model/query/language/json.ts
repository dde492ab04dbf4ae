import { utf8Text } from '../../payload/text.ts';
import { isMessage } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import { unquote } from './lex.ts';
import { costs, type Term } from './term.ts';

type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~';

type ValueTest = (value: unknown) => boolean;

const PATH = /^(?:"(?:[^"\\]|\\.)*"|\[\d+\]|[^"[\]=<>~!]+)+/;
const STEP = /"(?:[^"\\]|\\.)*"|\[(\d+)\]|[^".[\]]+/g;
const COMPARISON = /^(!=|>=|<=|[=><~])(.+)$/s;

/**
 * Reads `a.b[0].c`, which asks whether there is such a value in a JSON payload, or `a.b=5`, which asks what it is: `=`
 * and `!=`, `<` `>` `<=` `>=` for numbers, `~` for a part of the text. Keys and values may be in quotes.
 * @returns `undefined` where it is none of these
 */
export function jsonTerm(text: string): Term | undefined {
  const [path = ''] = PATH.exec(text) ?? [];
  const steps = Array.from(path.matchAll(STEP), ([step, index]) => index ?? unquote(step));
  const rest = text.slice(path.length);
  const test = rest === '' ? () => true : valueTest(rest);
  if (steps.length === 0 || !test) return undefined;
  return { cost: costs.json, test: rowTest(steps, test), marks: [] };
}

function rowTest(steps: readonly string[], test: ValueTest) {
  const key = steps.findLast((step) => !/^(?:\d+|length)$/.test(step));
  return ({ rows }: Session, row: number): boolean => {
    if (!isMessage(rows.type(row))) return false;
    const text = utf8Text(rows.data(row));
    // Most payloads do not even have the key: unless it may be escaped there, that is seen without parsing.
    if (key !== undefined && !text.includes(key) && !text.includes('\\')) return false;
    const found = follow(parsed(text), steps);
    return found !== undefined && test(found.value);
  };
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
  return comparison(operator as Operator, unquote(written), quoted);
}

function comparison(operator: Operator, wanted: string, quoted: boolean): ValueTest | undefined {
  const number = Number(wanted);
  switch (operator) {
    case '=':
      return (value) => equals(value, wanted, quoted);
    case '!=':
      return (value) => !equals(value, wanted, quoted);
    case '~':
      return (value) => printed(value).toLowerCase().includes(wanted.toLowerCase());
    default:
      return Number.isNaN(number) ? undefined : (value) => compare(operator, toNumber(value), number);
  }
}

/** What is in quotes is a string; what is not is whatever it looks like. */
function equals(value: unknown, wanted: string, quoted: boolean): boolean {
  if (typeof value === 'string') return value === wanted;
  if (quoted) return false;
  return typeof value === 'number' ? value === Number(wanted) : String(value) === wanted;
}

const printed = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Numbers in strings count, such as "12.50"; NaN for what is none, which compares to nothing. */
const toNumber = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? Number(value)
    : Number.NaN;

function compare(operator: '>' | '>=' | '<' | '<=', value: number, wanted: number): boolean {
  if (operator === '>') return value > wanted;
  if (operator === '<') return value < wanted;
  return operator === '>=' ? value >= wanted : value <= wanted;
}
