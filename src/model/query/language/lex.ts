interface Place {
  /** In UTF-16 units. */
  readonly at: number;
  readonly length: number;
}

export type Token = Place &
  (
    | { readonly kind: '(' | ')' | '-' | 'OR' | 'AND' }
    | { readonly kind: 'word'; readonly text: string }
    /** An expression as it is written between slashes, though it may be none. */
    | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
    /** `name:value`, as it is written: the value may have quotes. */
    | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly valueAt: number }
  );

/** Splits a query into its tokens. `fields` are the names that make `name:value` a field and not a word. */
export function lex(text: string, fields: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const token = tokenAt(text, at, fields);
    tokens.push(token);
    at = skipSpace(text, at + token.length);
  }
  return tokens;
}

const isSpace = (character: string) => character.trim() === '';

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return at;
}

function tokenAt(text: string, at: number, fields: ReadonlySet<string>): Token {
  const first = text.charAt(at);
  if (first === '(' || first === ')') return { kind: first, at, length: 1 };
  if (first === '-' && (at + 1 === text.length || !isSpace(text.charAt(at + 1))))
    return { kind: '-', at, length: 1 };
  if (first === '"') return phrase(text, at);
  return regex(text, at) ?? field(text, at, fields) ?? word(text, at);
}

/** A phrase that is still being typed ends where the text ends. */
function phrase(text: string, at: number): Token {
  const end = quoteEnd(text, at);
  return { kind: 'word', text: unquote(text.slice(at, end)), at, length: end - at };
}

/** Where a quoted text ends, behind its quote. */
function quoteEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') return at + 1;
  }
  return text.length;
}

/** What stands between quotes, if there are any; in them `\` makes a quote or itself a character. */
export const unquote = (text: string): string =>
  text.startsWith('"')
    ? text.slice(1).replace(/\\(["\\])|"/g, (_, escaped: string | undefined) => escaped ?? '')
    : text;

const REGEX = /\/((?:[^\\/[]|\\.|\[(?:[^\\\]]|\\.)*\])*)\/([a-zA-Z]*)(?=[\s)]|$)/y;

/** The same of one that is wrong in itself: a class that does not end, a slash that `\` takes for itself. */
const WRONG = /\/([^/]*)\/([a-zA-Z]*)(?=[\s)]|$)/y;

/** A regular expression, or what was meant as one. */
function regex(text: string, at: number): Token | undefined {
  return slashed(REGEX, text, at) ?? slashed(WRONG, text, at, isWrong);
}

function slashed(
  pattern: RegExp,
  text: string,
  at: number,
  fits: (source: string) => boolean = () => true,
): Token | undefined {
  pattern.lastIndex = at;
  const [whole, source = '', flags = ''] = pattern.exec(text) ?? [];
  if (whole === undefined || !mayBeFlags(flags) || !fits(source)) return undefined;
  return { kind: 'regex', source, flags, at, length: whole.length };
}

/** What is written behind the last slash is meant as flags if it is short or has one slip: `/api/users` is a path. */
const mayBeFlags = (letters: string) => letters.length <= 3 || letters.replace(/[dgimsuvy]/g, '').length <= 1;

function isWrong(source: string): boolean {
  try {
    void new RegExp(source);
    return false;
  } catch {
    return true;
  }
}

const NAME = /([a-z]+):/iy;

function field(text: string, at: number, fields: ReadonlySet<string>): Token | undefined {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1]?.toLowerCase();
  if (name === undefined || !fields.has(name)) return undefined;
  const valueAt = NAME.lastIndex;
  const end = wordEnd(text, valueAt, true);
  return { kind: 'field', name, value: text.slice(valueAt, end), valueAt, at, length: end - at };
}

function word(text: string, at: number): Token {
  const end = wordEnd(text, at, false);
  const found = text.slice(at, end);
  if (found === 'OR' || found === 'AND') return { kind: found, at, length: found.length };
  if (found === 'NOT') return { kind: '-', at, length: 3 };
  return { kind: 'word', text: found, at, length: end - at };
}

/** A word ends at a space, or at a bracket that closes one from before the word: `f(x)` is a word. */
function wordEnd(text: string, from: number, quotes: boolean): number {
  let open = 0;
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (isSpace(character)) break;
    if (character === '(') open++;
    if (character === ')' && open-- === 0) break;
    if (quotes && character === '"') at = quoteEnd(text, at) - 1;
  }
  return at;
}
