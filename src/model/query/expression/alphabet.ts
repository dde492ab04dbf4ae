import type { One } from './node.ts';

/** The class of what is before and behind a text. */
export const EDGE = 1;

const LINE_END: One = { kind: 'one', source: '[\\n\\r\\u2028\\u2029]', flags: '' };

/**
 * Characters in classes: those of one are the same to an expression. Which are is asked of the engine, once for each
 * character that there is, so that case, sets and properties mean here what they mean there.
 */
export class Alphabet {
  /** Class by UTF-16 unit; 0 where it is not known yet, or where the unit may be half of a character. */
  readonly units = new Uint16Array(0x10000);
  readonly #tests: readonly RegExp[];
  readonly #unicode: boolean;
  readonly #others = new Map<number, number>();
  /** Classes by what they are to the expression. */
  readonly #known = new Map<string, number>();
  /** By class: of which `ones` its characters are, and at last whether they end a line. */
  readonly #sets: (readonly boolean[])[] = [[], []];

  /** @param unicode whether characters are code points, otherwise UTF-16 units */
  constructor(ones: readonly One[], unicode: boolean) {
    this.#unicode = unicode;
    this.#tests = [...ones, LINE_END].map(({ source, flags }) => new RegExp(`^(?:${source})$`, flags));
  }

  classOf(character: number): number {
    return this.units[character] || this.#others.get(character) || this.#ask(character);
  }

  /** Whether the characters of a class are of one kind. */
  has(group: number, one: number): boolean {
    return this.#sets[group]?.[one] === true;
  }

  endsLine(group: number): boolean {
    return this.#sets[group]?.[this.#tests.length - 1] === true;
  }

  #ask(character: number): number {
    const text = String.fromCodePoint(character);
    const set = this.#tests.map((test) => test.test(text));
    const key = set.map(Number).join('');
    const group = this.#known.get(key) ?? this.#sets.push(set) - 1;
    this.#known.set(key, group);
    const isWhole = character < 0xd800 || (character > 0xdfff && character < 0x10000);
    if (isWhole || !this.#unicode) this.units[character] = group;
    else this.#others.set(character, group);
    return group;
  }
}
