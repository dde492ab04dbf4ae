/** What of a JSON text is not in a string. */
const STRUCTURE = /["{}[\],:]/g;

/** A value that is neither a string nor a structure. */
const PLAIN = /[^\s,\]}]+/y;
const SPACE = /\s*/y;

/**
 * The values that a path leads to in a JSON text, as they are written: of a key that is there more than once, each.
 * @param text JSON
 */
export function* writtenValues(text: string, steps: readonly string[], at = 0): Generator<string> {
  const from = after(SPACE, text, at);
  const [step, ...rest] = steps;
  if (step === undefined) {
    yield text.slice(from, endOf(text, from));
    return;
  }
  const opening = text.charAt(from);
  if (opening === '[' && step === 'length') {
    if (rest.length === 0) yield String([...items(text, from)].length);
  } else if (opening === '[' || opening === '{') {
    const named = opening === '[' ? items(text, from) : members(text, from);
    for (const { name, value } of named) {
      if (name === step) yield* writtenValues(text, rest, value);
      if (name === step && opening === '[') return;
    }
  }
}

/** A value in a structure: under which name, and where it begins. */
interface Named {
  readonly name: string;
  readonly value: number;
}

function* items(text: string, opening: number): Generator<Named> {
  let at = after(SPACE, text, opening + 1);
  for (let index = 0; text.charAt(at) !== ']' && at < text.length; index++) {
    yield { name: String(index), value: at };
    at = afterComma(text, endOf(text, at));
  }
}

function* members(text: string, opening: number): Generator<Named> {
  let at = after(SPACE, text, opening + 1);
  while (text.charAt(at) === '"') {
    const end = stringEnd(text, at);
    const key = text.slice(at, end);
    const value = after(SPACE, text, after(SPACE, text, end) + 1);
    yield { name: key.includes('\\') ? JSON.parse(key) : key.slice(1, -1), value };
    at = afterComma(text, endOf(text, value));
  }
}

function afterComma(text: string, at: number): number {
  const next = after(SPACE, text, at);
  return text.charAt(next) === ',' ? after(SPACE, text, next + 1) : next;
}

/** Where the value ends that begins at a place. */
function endOf(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"') return stringEnd(text, from);
  if (first !== '{' && first !== '[') return after(PLAIN, text, from);
  let at = from;
  let open = 0;
  do {
    STRUCTURE.lastIndex = at;
    at = STRUCTURE.exec(text)?.index ?? text.length;
    const sign = text.charAt(at);
    if (sign === '{' || sign === '[') open++;
    if (sign === '}' || sign === ']') open--;
    at = sign === '"' ? stringEnd(text, at) : at + 1;
  } while (open > 0 && at < text.length);
  return at;
}

/** Behind the quote that closes a string. */
function stringEnd(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text.charAt(before - 1) === '\\') before--;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Where what a sticky expression finds at a place ends. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
