import { type Look, minLength, type Node, type One, type Repeat } from './node.ts';

/** One instruction; numbers are places in the program. */
export type Instruction =
  /** A character goes by. */
  | { readonly op: 'one'; readonly one: number; next: number }
  /** Either way, the first before the second. */
  | { readonly op: 'either'; first: number; second: number }
  | { readonly op: 'start' | 'end'; readonly multiline: boolean; readonly next: number }
  | { readonly op: 'boundary'; readonly word: number; readonly negated: boolean; readonly next: number }
  | { readonly op: 'look'; readonly look: number; readonly negated: boolean; readonly next: number }
  /** A round of a loop begins that could be over without a character, and ends: then it may not have been. */
  | { readonly op: 'enter' | 'leave'; readonly loop: number; readonly next: number }
  | { readonly op: 'found' };

/** A regular expression as instructions for a machine that is in many places of it at once. */
export interface Program {
  readonly code: readonly Instruction[];
  readonly start: number;
  /** Whether it goes by code points, otherwise by UTF-16 units. */
  readonly unicode: boolean;
  /** The characters that it tells apart: instructions name them by their places here. */
  readonly ones: readonly One[];
  /** What it looks for ahead or behind, each a program of its own. */
  readonly looks: readonly Seen[];
}

/** A look, as a program that goes through the text before the one that asks. */
export interface Seen {
  readonly program: Program;
  /** Whether it goes from the end of the text to its beginning, as one that looks ahead does. */
  readonly backwards: boolean;
}

/** More would take too much room, and time for each character. */
const LONGEST = 10_000;

/** As many loops that may be empty as there are bits for. */
const MOST_LOOPS = 30;

/** As many looks as a table has room for. */
const MOST_LOOKS = 4;

/** Writes an expression out; `undefined` where it is too long, or not regular. */
export function compile(node: Node, unicode: boolean): Program | undefined {
  try {
    return new Compiler(unicode, false).compile(node);
  } catch (reason) {
    if (reason instanceof Impossible) return undefined;
    throw reason;
  }
}

class Impossible {}

/** Characters as they are written, each once. */
class Ones {
  readonly all: One[] = [];
  readonly #places = new Map<string, number>();

  place(one: One): number {
    const key = `${one.flags}/${one.source}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.push(one) - 1);
    return this.all.length - 1;
  }
}

class Compiler {
  readonly #code: Instruction[] = [];
  readonly #looks: Seen[] = [];
  readonly #ones = new Ones();
  readonly #unicode: boolean;
  readonly #backwards: boolean;
  #loops = 0;

  constructor(unicode: boolean, backwards: boolean) {
    this.#unicode = unicode;
    this.#backwards = backwards;
  }

  compile(node: Node): Program {
    const start = this.#write(node, this.#add({ op: 'found' }));
    return {
      code: this.#code,
      start,
      unicode: this.#unicode,
      ones: this.#ones.all,
      looks: this.#looks,
    };
  }

  #add(instruction: Instruction): number {
    if (this.#code.length >= LONGEST) throw new Impossible();
    return this.#code.push(instruction) - 1;
  }

  /** Writes what leads to `next`; gives where that begins. */
  #write(node: Node, next: number): number {
    switch (node.kind) {
      case 'one':
        return this.#add({ op: 'one', one: this.#ones.place(node), next });
      case 'all':
        return (this.#backwards ? node.nodes : node.nodes.toReversed()).reduce(
          (after, each) => this.#write(each, after),
          next,
        );
      case 'any':
        return node.nodes
          .map((each) => this.#write(each, next))
          .reduceRight((second, first) => this.#add({ op: 'either', first, second }));
      case 'repeat':
        return this.#repeat(node, next);
      case 'look':
        return this.#look(node, next);
      case 'start':
      case 'end':
        return this.#add({ op: node.kind, multiline: node.multiline, next });
      case 'boundary':
        return this.#add({
          op: 'boundary',
          word: this.#ones.place(node.word),
          negated: node.negated,
          next,
        });
      case 'opaque':
        throw new Impossible();
    }
  }

  #repeat(repeat: Repeat, next: number): number {
    const { node, min, max } = repeat;
    let start = max === Infinity ? this.#loop(repeat, next) : next;
    for (let more = max === Infinity ? min : max; more > 0; more--)
      start = more > min ? this.#choice(repeat, this.#round(node, start), next) : this.#write(node, start);
    return start;
  }

  #loop(repeat: Repeat, next: number): number {
    const again: Instruction = { op: 'either', first: next, second: next };
    const start = this.#add(again);
    again[repeat.greedy ? 'first' : 'second'] = this.#round(repeat.node, start);
    return start;
  }

  #choice({ greedy }: Repeat, round: number, next: number): number {
    return this.#add({ op: 'either', first: greedy ? round : next, second: greedy ? next : round });
  }

  /** One round that need not be: an empty one is none (https://tc39.es/ecma262/#sec-runtime-semantics-repeatmatcher-abstract-closure). */
  #round(node: Node, next: number): number {
    if (minLength(node) > 0) return this.#write(node, next);
    const loop = this.#loops++;
    if (loop >= MOST_LOOPS) throw new Impossible();
    return this.#add({
      op: 'enter',
      loop,
      next: this.#write(node, this.#add({ op: 'leave', loop, next })),
    });
  }

  #look({ node, behind, negated }: Look, next: number): number {
    const look = this.#looks.length;
    if (look >= MOST_LOOKS) throw new Impossible();
    const program = new Compiler(this.#unicode, !behind).compile(node);
    this.#looks.push({ program, backwards: !behind });
    return this.#add({ op: 'look', look, negated, next });
  }
}
