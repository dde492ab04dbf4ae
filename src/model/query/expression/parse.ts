import type { Node, One } from './node.ts';

/** How often an atom may be there; lazily with a `?` at the end. */
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/y;

/** What a group begins with: it looks, has a name, or has other flags than what is around it. */
const GROUP = /\((?:\?(?:(<?[=!])|<[^>]*>|([ims]*)(?:-([ims]*))?:))?/y;

const CLASS = /\[(?:[^\\\]]|\\[\s\S])*\]/y;

/** Of `v`, which may have others in it: what ends it, or begins another. */
const IN_CLASS = /\\[\s\S]|[\s\S]/y;

/** An escape that stands for one character; the longer ones come first. Those without `u` and `v` are more. */
const UNICODE_ESCAPE =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[\s\S])/uy;
const LEGACY_ESCAPE =
  /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[0-3][0-7]{0,2}|[4-7][0-7]?|(?!c)[\s\S])/y;

const CHARACTER = /[\s\S]/y;
const CODE_POINT = /[\s\S]/uy;

const NUMBERED = /\\([1-9]\d*)/y;
const NAMED = /\\k<[^>]*>/y;

/** Sets of `v` that have strings in them, not only characters. */
const STRINGS = /\\q\{|\\p\{(?:RGI_|Basic_Emoji|Emoji_Keycap)/;

/** What counts as a group for those who refer to one, behind all that may look so. */
const COUNTED = /\\[\s\S]|\[(?:[^\\\]]|\\[\s\S])*\]|(\((?:\?<(?![=!])|(?!\?)))/g;

/**
 * Reads an expression that the engine has taken. Only where its parts end has to be found out: what a character of it
 * stands for is asked of the engine (https://tc39.es/ecma262/#sec-patterns, with annex B).
 */
export const parseExpression = ({ source, flags }: RegExp): Node => new Parser(source, flags).read();

class Parser {
  readonly #source: string;
  readonly #unicode: boolean;
  readonly #sets: boolean;
  readonly #groups: number;
  readonly #hasNames: boolean;
  #flags: string;
  #at = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags.replace(/[dgy]/g, '');
    this.#unicode = /[uv]/.test(flags);
    this.#sets = flags.includes('v');
    const groups = Array.from(source.matchAll(COUNTED), ([, group]) => group).filter((group) => group);
    this.#groups = groups.length;
    this.#hasNames = groups.some((group) => group !== '(');
  }

  /** Up to the end, or to the bracket that closes the group. */
  read(): Node {
    const nodes = [this.#sequence()];
    while (this.#source.startsWith('|', this.#at)) {
      this.#at++;
      nodes.push(this.#sequence());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'any', nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
      nodes.push(this.#repeated(this.#atom()));
    return { kind: 'all', nodes };
  }

  #repeated(node: Node): Node {
    const [whole, sign, least, comma, most, lazy] = this.#take(QUANTIFIER) ?? [];
    if (whole === undefined) return node;
    const min = sign ? (sign === '+' ? 1 : 0) : Number(least);
    const unbounded = sign ? sign !== '?' : comma !== '' && most === '';
    const max = unbounded ? Infinity : sign ? 1 : Number(most || least);
    return { kind: 'repeat', node, min, max, greedy: lazy === '' };
  }

  #atom(): Node {
    const first = this.#source.charAt(this.#at);
    if (first === '(') return this.#group();
    if (first === '\\') return this.#escape();
    if (first === '[') return this.#class();
    const [character = ''] = this.#take(this.#unicode ? CODE_POINT : CHARACTER) ?? [];
    const multiline = this.#flags.includes('m');
    if (character === '^') return { kind: 'start', multiline };
    if (character === '$') return { kind: 'end', multiline };
    // Without `u` a bracket may stand for itself.
    return this.#one(/[{}\]]/.test(character) ? `\\${character}` : character);
  }

  #group(): Node {
    const [, look, on = '', off = ''] = this.#take(GROUP) ?? [];
    const flags = this.#flags;
    this.#flags = [...flags.replace(/[ims]/g, (flag) => (off.includes(flag) ? '' : flag)), ...on]
      .filter((flag, at, all) => all.indexOf(flag) === at)
      .join('');
    const node = this.read();
    this.#flags = flags;
    this.#at++;
    if (look === undefined) return node;
    return { kind: 'look', node, behind: look.startsWith('<'), negated: look.endsWith('!') };
  }

  #escape(): Node {
    const next = this.#source.charAt(this.#at + 1);
    if (next === 'b' || next === 'B') {
      this.#at += 2;
      return { kind: 'boundary', word: this.#one('\\w'), negated: next === 'B' };
    }
    if (this.#refers()) return { kind: 'opaque' };
    const [written] = this.#take(this.#unicode ? UNICODE_ESCAPE : LEGACY_ESCAPE) ?? [];
    if (written !== undefined) return this.#strings(written) ?? this.#one(written);
    // \c without a letter: what there is of it stands for itself.
    this.#at++;
    return this.#one('\\\\');
  }

  /** Takes a reference to a group; a number of none is an escape, by the rules without `u`. */
  #refers(): boolean {
    if (this.#unicode || this.#hasNames) if (this.#take(NAMED)) return true;
    const before = this.#at;
    const [, number] = this.#take(NUMBERED) ?? [];
    if (number !== undefined && (this.#unicode || Number(number) <= this.#groups)) return true;
    this.#at = before;
    return false;
  }

  #class(): Node {
    const from = this.#at;
    if (!this.#sets) this.#take(CLASS);
    else
      for (let open = 0; open > 0 || this.#at === from; ) {
        const [part] = this.#take(IN_CLASS) ?? [];
        if (part === '[') open++;
        if (part === ']') open--;
      }
    const written = this.#source.slice(from, this.#at);
    return this.#strings(written) ?? this.#one(written);
  }

  #strings(written: string): Node | undefined {
    return this.#sets && STRINGS.test(written) ? { kind: 'opaque' } : undefined;
  }

  #one(source: string): One {
    return { kind: 'one', source, flags: this.#flags };
  }

  /** Takes what a sticky expression finds at the place that has been reached. */
  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source) ?? undefined;
    if (found) this.#at += found[0].length;
    return found;
  }
}
