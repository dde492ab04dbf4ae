import { finish, type JsonToken, scanJsonInSteps } from './scan.ts';

const INDENT = '  ';
/** A text of a million brackets would otherwise become a million lines of up to a million spaces. */
const DEEPEST = 100;

/**
 * A JSON text on lines of its own and indented, or `undefined` where it is no JSON. Only white space changes:
 * parsing and writing again would turn 12345678901234567890 into another number and drop the first of equal keys.
 */
export const prettyJson = (text: string): string | undefined => finish(prettyJsonInSteps(text));

/** The same in steps of a fraction of a millisecond, each of which gives how far it came, in UTF-16 units. */
export function* prettyJsonInSteps(text: string): Generator<number, string | undefined> {
  const lines = new Indenter();
  const fault = yield* scanJsonInSteps(text, (token, from, to) => lines.add(token, text.slice(from, to)));
  return fault ? undefined : lines.text;
}

/** Parts that are put together in a turn. */
const STEP = 5000;

class Indenter {
  #text = '';
  #parts: string[] = [];
  #depth = 0;
  /** Whether the last token opened a structure: an empty one stays on its line. */
  #opened = false;

  get text(): string {
    this.#put();
    return this.#text;
  }

  add(token: JsonToken, text: string): void {
    const closes = token === '}' || token === ']';
    if (closes) this.#depth--;
    if (this.#opened !== closes) this.#newLine();
    this.#opened = token === '{' || token === '[';
    if (this.#opened) this.#depth++;
    this.#parts.push(token === ':' ? ': ' : text);
    if (token === ',') this.#newLine();
    if (this.#parts.length > STEP) this.#put();
  }

  /** In many small turns: to join millions of parts at the end takes a second. */
  #put(): void {
    this.#text += this.#parts.join('');
    this.#parts = [];
  }

  #newLine(): void {
    this.#parts.push('\n', INDENT.repeat(Math.min(this.#depth, DEEPEST)));
  }
}
