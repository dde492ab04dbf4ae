import { type Alphabet, EDGE } from './alphabet.ts';
import type { Seen } from './machine.ts';
import { Places } from './places.ts';
import type { Program } from './program.ts';
import { TooSlow } from './too-slow.ts';

/** Where something was found in a text, in UTF-16 units. */
export interface Match {
  readonly index: number;
  readonly length: number;
}

/** So many places may be passed in one text: some ms. */
const MOST_STEPS = 200_000;

/** A place in a program, and where in the text what led there began. */
interface Thread {
  readonly place: number;
  readonly from: number;
}

/**
 * Finds what an expression finds, one after the other: of several ways in the same place that which the engine would
 * have tried first (Pike's machine: https://swtch.com/~rsc/regexp/regexp2.html).
 */
export class Matches {
  readonly #program: Program;
  readonly #alphabet: Alphabet;
  readonly #places: Places;

  constructor(program: Program, alphabet: Alphabet) {
    this.#program = program;
    this.#alphabet = alphabet;
    this.#places = new Places(program, alphabet);
  }

  /** @throws TooSlow */
  *in(text: string, seen: Seen | undefined): Iterable<Match> {
    this.#places.steps = 0;
    for (let from = 0; from <= text.length; ) {
      const match = this.#next(text, from, seen);
      if (!match) return;
      yield match;
      from = match.index + (match.length || this.#width(text, match.index));
    }
  }

  #next(text: string, start: number, seen: Seen | undefined): Match | undefined {
    let threads: readonly Thread[] = [];
    let match: Match | undefined;
    let left = this.#before(text, start);
    for (let at = start; ; at += this.#width(text, at)) {
      const right = at < text.length ? this.#alphabet.classOf(this.#character(text, at)) : EDGE;
      this.#places.begin({ left, right, seen: seen?.[at] ?? 0 });
      const waiting: Thread[] = [];
      // Once something is found only what was to be tried before it goes on.
      const tried = match ? threads : [...threads, { place: this.#program.start, from: at }];
      for (const { place, from } of tried) {
        const found = this.#places.add(place, true);
        for (const each of this.#places.waiting.slice(waiting.length)) waiting.push({ place: each, from });
        if (!found) continue;
        match = { index: from, length: at - from };
        break;
      }
      if (this.#places.steps > MOST_STEPS) throw new TooSlow();
      threads = this.#after(waiting, right);
      if (at >= text.length || (match && threads.length === 0)) return match;
      left = right;
    }
  }

  #after(waiting: readonly Thread[], group: number): Thread[] {
    return waiting.flatMap(({ place, from }) => {
      const instruction = this.#program.code[place];
      if (instruction?.op !== 'one' || !this.#alphabet.has(group, instruction.one)) return [];
      return [{ place: instruction.next, from }];
    });
  }

  #character(text: string, at: number): number {
    return (this.#program.unicode ? text.codePointAt(at) : text.charCodeAt(at)) ?? 0;
  }

  #width(text: string, at: number): number {
    return this.#character(text, at) > 0xffff ? 2 : 1;
  }

  /** The class of the character before a place. */
  #before(text: string, at: number): number {
    if (at === 0) return EDGE;
    const pair = this.#program.unicode && at > 1 ? this.#character(text, at - 2) : 0;
    return this.#alphabet.classOf(pair > 0xffff ? pair : text.charCodeAt(at - 1));
  }
}
