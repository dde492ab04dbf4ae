import { preview } from '../../payload/preview.ts';
import type { Session } from '../../session/session.ts';
import { fieldNames, fields } from './fields.ts';
import { lex, type Token } from './lex.ts';

/** A way to go on with a query. */
export interface Suggestion {
  /** Takes the place of what stands in the query from `from` up to `to`, in UTF-16 units. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /**
   * Message that explains it: `query_dir` for a field, `query_dir_in` for one of its values, `query_size_example` for
   * an example of them. A type or a state of a socket is `type_…` or `state_…`.
   */
  readonly key: string;
  /** Fills the message's $1, such as the URL of the socket; empty where it has no gap. */
  readonly detail: string;
}

/** No more than a person looks through. */
const MOST = 20;

const URL_LENGTH = 100;

/** The ways to go on where the caret stands, in UTF-16 units: names of fields, and their values. */
export function suggest(text: string, caret: number, session: Session): Suggestion[] {
  const token = lex(text.slice(0, caret), fieldNames).at(-1);
  const typed = token && token.at + token.length === caret ? token : undefined;
  if (typed?.kind === 'field') return valuesOf(typed, caret, session);
  if (typed?.kind === 'word' && !text.startsWith('"', typed.at))
    return fieldsLike(typed.text, typed.at, caret);
  return !typed || typed.kind === '(' || typed.kind === '-' ? fieldsLike('', caret, caret) : [];
}

const fieldsLike = (typed: string, from: number, to: number): Suggestion[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({ text: `${name}:`, from, to, key: `query_${name}`, detail: '' }));

type Value = Pick<Suggestion, 'text' | 'key' | 'detail'>;

function valuesOf(
  { name, value, valueAt }: Token & { kind: 'field' },
  to: number,
  session: Session,
): Suggestion[] {
  // Of several values, as in `in|out`, the last is being typed.
  const from = valueAt + (fields[name]?.values ? value.search(/[^|,]*$/) : 0);
  const typed = value.slice(from - valueAt).toLowerCase();
  const fitting: Suggestion[] = [];
  for (const candidate of candidates(name, session)) {
    const text = candidate.text.toLowerCase();
    if (text.startsWith(typed) && text.length > typed.length) fitting.push({ ...candidate, from, to });
    if (fitting.length === MOST) break;
  }
  return fitting;
}

/** One after another: of thousands of sockets the first that fit are enough. */
function candidates(name: string, session: Session): Iterable<Value> {
  switch (name) {
    case 'socket':
      return sockets(session);
    case 'url':
      return hosts(session).map((text) => ({ text, key: 'query_url_part', detail: text }));
    case 'note':
      return notes(session).map((text) => ({ text: quoted(text), key: 'query_note_part', detail: text }));
    case 'json':
      return keys(session).map((text) => ({ text, key: 'query_json_path', detail: text }));
    default:
      return fixed(name);
  }
}

function* sockets(session: Session): Iterable<Value> {
  for (const { index, url } of session.sockets)
    yield { text: String(index + 1), key: 'query_socket_number', detail: preview(url, URL_LENGTH) };
}

function fixed(name: string): Value[] {
  const { values = [], examples = [] } = fields[name] ?? {};
  const shared = name === 'type' || name === 'state';
  return [
    ...values.map((text) => ({
      text,
      key: shared ? `${name}_${text}` : `query_${name}_${text}`,
      detail: '',
    })),
    ...examples.map((text) => ({ text, key: `query_${name}_example`, detail: text })),
  ];
}

const hosts = (session: Session): string[] => [
  ...new Set(session.sockets.filter(({ url }) => URL.canParse(url)).map(({ url }) => new URL(url).host)),
];

const notes = ({ rows }: Session): string[] =>
  [...rows.notes].filter((note) => note !== '' && note.length <= URL_LENGTH);

/** A text as a value of the language; one word needs no quotes. */
const quoted = (text: string) =>
  /^[\p{L}\p{N}_-]+$/u.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The newest rows are looked at, as long as they are short. */
const RECENT = 50;
const SHORT = 10_000;

/** Keys that the newest JSON payloads have at their top. */
function keys({ rows }: Session): string[] {
  const found = new Set<string>();
  for (let row = rows.length - 1; row >= 0 && row >= rows.length - RECENT; row--) {
    const { data } = rows.payloads.glimpse(row);
    if (typeof data === 'string' && data.length < SHORT) for (const key of keysOf(data)) found.add(key);
  }
  return [...found].filter((key) => /^\w+$/.test(key));
}

function keysOf(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  } catch {
    return [];
  }
}
