import { Alphabet, EDGE } from './alphabet.ts';
import { Places } from './places.ts';
import type { Program } from './program.ts';
import { Steps } from './steps.ts';

/** What is done in one go, in characters: a ms or so. */
const PART = 1 << 16;

/** A step that is not known takes about as long as so many that are, and more for each place that it passes. */
const NEW = 100;
const PASSED = 30;

/** The same of a character that may be half of one. */
const READ = 12;

/** What looks see at the places of a text, as bits: one for each look of a program. */
export type Seen = Uint8Array;

/** A way through a text, as far as it has come. */
interface Way {
  readonly text: string;
  readonly seen: Seen | undefined;
  /** Told each place where the program ends; without it the first is enough. */
  readonly onFound: ((at: number) => void) | undefined;
  at: number;
  state: number;
}

/**
 * Goes through a text once, in all places of a program at the same time: however the text is, that takes as long as it
 * is long. What was done once is remembered, as a table of states
 * (https://swtch.com/~rsc/regexp/regexp1.html).
 */
export class Machine {
  readonly alphabet: Alphabet;
  readonly #program: Program;
  readonly #backwards: boolean;
  readonly #places: Places;
  readonly #steps: Steps;
  /** The kinds of characters that words are made of. */
  readonly #words: readonly number[];
  /** Those of looks, each of which goes through the text before. */
  readonly #looks: readonly Machine[];

  constructor(program: Program, backwards = false) {
    this.#program = program;
    this.#backwards = backwards;
    this.alphabet = new Alphabet(program.ones, program.unicode);
    this.#places = new Places(program, this.alphabet);
    this.#steps = new Steps(program.looks.length);
    const words = program.code.map((each) => (each.op === 'boundary' ? each.word : undefined));
    this.#words = [...new Set(words)].filter((word) => word !== undefined);
    this.#looks = program.looks.map((look) => new Machine(look.program, look.backwards));
  }

  /** Whether the program is found anywhere in a text, in parts. */
  test(text: string): Generator<void, boolean> {
    return this.#run(text, undefined);
  }

  /** What the program's looks see in a text; `undefined` where there are none. In parts. */
  *look(text: string): Generator<void, Seen | undefined> {
    if (this.#looks.length === 0) return undefined;
    const seen = new Uint8Array(text.length + 1);
    for (const [bit, look] of this.#looks.entries())
      yield* look.#run(text, (at) => {
        seen[at] = (seen[at] ?? 0) | (1 << bit);
      });
    return seen;
  }

  *#run(text: string, onFound: Way['onFound']): Generator<void, boolean> {
    const seen = yield* this.look(text);
    const way: Way = { text, seen, onFound, at: this.#backwards ? text.length : 0, state: this.#begin() };
    for (;;) {
      const found = this.#goOn(way);
      if (found !== undefined) return found;
      yield;
    }
  }

  /** Goes a part of the way; gives whether the program is found once that is known. */
  #goOn(way: Way): boolean | undefined {
    const { text, seen, onFound } = way;
    const { units } = this.alphabet;
    const [end, by, ahead] = this.#backwards ? [0, -1, -1] : [text.length, 1, 0];
    let { at, state } = way;
    let left = PART;
    // What the loop needs is at hand there: a step that is known takes a few ns.
    let { table, columns, bits } = this.#steps;
    for (; left > 0; left--, at += by) {
      let group = at === end ? EDGE : (units[text.charCodeAt(at + ahead)] ?? 0);
      let isPair = false;
      if (group === 0) {
        [group, isPair] = this.#read(text, at);
        left -= READ;
      }
      const column = seen === undefined ? group : (group << bits) | (seen[at] ?? 0);
      let step = column < columns ? (table[state * columns + column] ?? 0) : 0;
      if (step === 0) {
        const before = this.#places.steps;
        step = this.#step(state, group, seen?.[at] ?? 0);
        ({ table, columns, bits } = this.#steps);
        left -= NEW + PASSED * (this.#places.steps - before);
      }
      if (step & 1) {
        if (!onFound) return true;
        onFound(at);
      }
      if (at === end) return false;
      state = step >>> 1;
      if (isPair) at += by;
    }
    Object.assign(way, { at, state });
    return undefined;
  }

  /** The class of a character that is not known yet, or that may be half of one; and whether it is a whole of two halves. */
  #read(text: string, at: number): [group: number, isPair: boolean] {
    const unit = text.charCodeAt(this.#backwards ? at - 1 : at);
    if (!this.#program.unicode) return [this.alphabet.classOf(unit), false];
    const point = text.codePointAt(this.#backwards ? Math.max(0, at - 2) : at) ?? unit;
    return point > 0xffff ? [this.alphabet.classOf(point), true] : [this.alphabet.classOf(unit), false];
  }

  /** Finds out what a step leads to. */
  #step(state: number, group: number, seen: number): number {
    const { places, last } = this.#steps.state(state);
    const [left, right] = this.#backwards ? [group, last] : [last, group];
    this.#places.begin({ left, right, seen });
    let found = false;
    for (const place of places) found = this.#places.add(place, false) || found;
    const next = this.#state([...this.#after(group), this.#program.start], group);
    return this.#steps.remember({ state, places, group, seen, next, found });
  }

  /** Where the places that wait for a character lead, once there is one. */
  *#after(group: number): Iterable<number> {
    for (const place of this.#places.waiting) {
      const instruction = this.#program.code[place];
      if (instruction?.op === 'one' && this.alphabet.has(group, instruction.one)) yield instruction.next;
    }
  }

  #begin(): number {
    return this.#state([this.#program.start], EDGE);
  }

  #state(places: readonly number[], last: number): number {
    return this.#steps.number(
      [...new Set(places)].sort((a, b) => a - b),
      last,
      this.#kind(last),
    );
  }

  /** What of a character matters once it has been read: whether a line ends with it, or a word. */
  #kind(group: number): string {
    if (group === EDGE) return 'edge';
    const ofWords = this.#words.map((word) => this.alphabet.has(group, word));
    return [this.alphabet.endsLine(group), ...ofWords].map(Number).join('');
  }
}
