export type JsonToken = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'word';

/** Told of every token in turn, and where it stands, in UTF-16 units. */
export type JsonVisitor = (token: JsonToken, from: number, to: number) => void;

/** Where a text stops being JSON. */
export class JsonFault {
  /** In UTF-16 units. */
  readonly at: number;
  /** Whether it was JSON so far and only ended too early. */
  readonly ended: boolean;

  constructor(at: number, ended: boolean) {
    this.at = at;
    this.ended = ended;
  }
}

/** How far a walk has come, and what it is in the middle of. */
class Place {
  /** The token that is next, in UTF-16 units. */
  at = 0;
  /** A stack of its own: a hostile text nests deeper than the engine's goes. */
  readonly open: ('{' | '[')[] = [];
  expecting: Expecting = 'value';
  /** Whether the text may go on after its end. */
  goesOn: boolean;

  constructor(goesOn = false) {
    this.goesOn = goesOn;
  }
}

/** What may come next: a value, a key, either of them or the end of an empty structure, and so on. */
type Expecting = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more' | 'end';

/**
 * Walks through a JSON text (RFC 8259) without building anything from it, so that numbers and strings can be shown
 * as they were written and an error has a place, which `JSON.parse` does not tell alike in every browser.
 * @returns the first fault, or `undefined` where the text is JSON
 */
export const scanJson = (text: string, visit?: JsonVisitor): JsonFault | undefined =>
  finish(scanJsonInSteps(text, visit));

/** The same walk over a text that comes in parts, which may end anywhere. The place of a fault is in all of them. */
export function scanJsonParts(parts: Iterable<string>): JsonFault | undefined {
  const place = new Place(true);
  let text = '';
  let passed = 0;
  let enough = 0;
  for (const part of parts) {
    text += part;
    // A token that goes on through many parts is not looked at again with each of them.
    if (text.length < enough) continue;
    const fault = finish(faultIn(text, undefined, place));
    if (fault && !fault.ended) return new JsonFault(passed + fault.at, false);
    passed += place.at;
    text = text.slice(place.at);
    place.at = 0;
    enough = 2 * text.length;
  }
  place.goesOn = false;
  const fault = finish(faultIn(text, undefined, place));
  return fault && new JsonFault(passed + fault.at, fault.ended);
}

/** Does work that was made to be done in steps all at once, and gives what comes of it. */
export function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same walk in steps of a fraction of a millisecond, each of which gives how far it came, in UTF-16 units. */
export const scanJsonInSteps = (
  text: string,
  visit?: JsonVisitor,
): Generator<number, JsonFault | undefined> => faultIn(text, visit, new Place());

function* faultIn(
  text: string,
  visit: JsonVisitor | undefined,
  place: Place,
): Generator<number, JsonFault | undefined> {
  try {
    yield* scan(text, visit, place);
    return undefined;
  } catch (fault) {
    if (fault instanceof JsonFault) return fault;
    throw fault;
  }
}

/** Tokens in a step. */
const STEP = 2000;

function* scan(text: string, visit: JsonVisitor | undefined, place: Place): Generator<number, void> {
  const { open, goesOn } = place;
  let tokens = 0;
  for (place.at = skipSpace(text, place.at); place.at < text.length; ) {
    const { at } = place;
    const token = tokenAt(text, at);
    const to = tokenEnd(text, at, token);
    if (goesOn && to === text.length && (token === 'number' || token === 'word')) break;
    if (!isExpected(token, place.expecting, open.at(-1))) throw new JsonFault(at, false);
    visit?.(token, at, to);
    if (token === '{' || token === '[') open.push(token);
    if (token === '}' || token === ']') open.pop();
    place.expecting = after(token, place.expecting, open.at(-1));
    place.at = skipSpace(text, to);
    if (++tokens % STEP === 0) yield place.at;
  }
  if (place.expecting !== 'end') throw new JsonFault(text.length, true);
}

function isExpected(token: JsonToken, expecting: Expecting, inside: '{' | '[' | undefined): boolean {
  switch (token) {
    case '}':
      return inside === '{' && (expecting === 'first key' || expecting === 'more');
    case ']':
      return inside === '[' && (expecting === 'first value' || expecting === 'more');
    case ',':
      return expecting === 'more';
    case ':':
      return expecting === 'colon';
    case 'string':
      return expecting !== 'colon' && expecting !== 'more' && expecting !== 'end';
    default:
      return expecting === 'value' || expecting === 'first value';
  }
}

function after(token: JsonToken, expecting: Expecting, inside: '{' | '[' | undefined): Expecting {
  if (token === '{') return 'first key';
  if (token === '[') return 'first value';
  if (token === ',') return inside === '{' ? 'key' : 'value';
  if (token === ':') return 'value';
  if (expecting === 'key' || (expecting === 'first key' && token === 'string')) return 'colon';
  return inside ? 'more' : 'end';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
  }
  return at;
}

function tokenAt(text: string, at: number): JsonToken {
  const first = text.charAt(at);
  switch (first) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return first;
    case '"':
      return 'string';
    default:
      return first === '-' || (first >= '0' && first <= '9') ? 'number' : 'word';
  }
}

function tokenEnd(text: string, at: number, token: JsonToken): number {
  if (token === 'string') return stringEnd(text, at);
  if (token === 'number') return numberEnd(text, at);
  if (token === 'word') return wordEnd(text, at);
  return at + 1;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const ESCAPE_BEGUN = /\\(?:u[0-9a-fA-F]{0,3})?$/y;

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit < 0x20) throw new JsonFault(at, false);
    if (unit === BACKSLASH) at = matchEnd(ESCAPE, ESCAPE_BEGUN, text, at) - 1;
  }
  throw new JsonFault(text.length, true);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_BEGUN = /-?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d*)?$/y;

function numberEnd(text: string, at: number): number {
  const to = matchEnd(NUMBER, NUMBER_BEGUN, text, at);
  if (to < text.length && /[\w.+-]/.test(text.charAt(to))) return matchEnd(/(?!)/y, NUMBER_BEGUN, text, at);
  return to;
}

const WORD = /true|false|null/y;
const WORD_BEGUN = /(?:t|tr|tru|f|fa|fal|fals|n|nu|nul)$/y;

const wordEnd = (text: string, at: number) => matchEnd(WORD, WORD_BEGUN, text, at);

/** Where a token ends. One that is `begun` when the text ends was cut off; anything else is a fault where it starts. */
function matchEnd(whole: RegExp, begun: RegExp, text: string, at: number): number {
  whole.lastIndex = at;
  if (whole.test(text)) return whole.lastIndex;
  begun.lastIndex = at;
  throw begun.test(text) ? new JsonFault(text.length, true) : new JsonFault(at, false);
}
