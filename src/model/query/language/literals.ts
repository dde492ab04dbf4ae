/** What may follow an atom: how often it is there. Lazy ones end with a `?`. */
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;

/** A class of characters, but for those of `v`, which may have others in them. */
const CLASS = /\[(?:[^\\\]]|\\.)*\]/y;

/** An escape that stands for a character itself, or for one of a few, or for a place. */
const ITSELF = /\\([^a-zA-Z0-9])/y;
const SIMPLE = /\\[bBdDfnrsStvwW]/y;

/** What stands for no character in particular. */
const ANY = /[.^$]/y;

const ASCII = /[\0-\x7f]/;

/**
 * Texts of ASCII characters that are in every text in which an expression is found; of one that ignores case, in any
 * case. There may be more than are told: of groups and of all that is rare, nothing is.
 */
export function requiredLiterals(source: string, flags: string): string[] {
  // By the rules of `iu` and `iv`, ſ is an s and K a k (https://tc39.es/ecma262/#sec-runtime-semantics-canonicalize-ch).
  if (flags.includes('v') || (flags.includes('u') && flags.includes('i'))) return [];
  return new Reader(source).read() ?? [];
}

class Reader {
  readonly #source: string;
  #at = 0;
  readonly #literals: string[] = [];
  /** The literal that is being read. */
  #run = '';

  constructor(source: string) {
    this.#source = source;
  }

  /** `undefined` where nothing can be told. */
  read(): string[] | undefined {
    while (this.#at < this.#source.length) {
      const literal = this.#atom();
      if (literal === undefined) return undefined;
      const quantifier = this.#take(QUANTIFIER);
      // One that may be there several times is there at least once next to what is before it.
      if (quantifier === undefined || quantifier.startsWith('+')) this.#run += literal;
      if (quantifier !== undefined || literal === '') this.#end();
    }
    this.#end();
    return this.#literals;
  }

  #end(): void {
    if (this.#run !== '') this.#literals.push(this.#run);
    this.#run = '';
  }

  /** Takes one atom; gives its character, or nothing where it has none in particular; `undefined` where that is not known. */
  #atom(): string | undefined {
    if (this.#take(SIMPLE) ?? this.#take(ANY) ?? this.#take(CLASS)) return '';
    const escaped = this.#take(ITSELF);
    const character = escaped?.charAt(1) ?? this.#source.charAt(this.#at++);
    if (escaped === undefined && character === '(') return this.#group();
    if (escaped === undefined && /[|)\\[]/.test(character)) return undefined;
    return ASCII.test(character) ? character : '';
  }

  /** Passes over a group, behind its first bracket. */
  #group(): string | undefined {
    for (let open = 1; open > 0; ) {
      if (this.#at >= this.#source.length) return undefined;
      if (this.#take(/\\./y) ?? this.#take(CLASS)) continue;
      const character = this.#source.charAt(this.#at++);
      if (character === '(') open++;
      if (character === ')') open--;
    }
    return '';
  }

  /** Takes what a sticky expression finds at the place that has been reached. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#source) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
