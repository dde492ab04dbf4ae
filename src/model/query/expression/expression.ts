import { mostSteps } from './cost.ts';
import { Machine } from './machine.ts';
import { type Match, Matches } from './matches.ts';
import type { Node } from './node.ts';
import { parseExpression } from './parse.ts';
import { compile } from './program.ts';
import { TooSlow, Unfinished } from './too-slow.ts';

/** As many steps may the engine take at most on one text: a fraction of a ms. */
const FEW = 100_000;

/** In so many parts may a text be gone through: a second or two. */
const MOST_PARTS = 1600;

/** No text is longer. */
const LONGEST = 2 ** 30;

/** A text that is being gone through, or was. */
interface Going {
  readonly text: string;
  readonly parts: Iterator<void, boolean>;
  left: number;
  found?: boolean;
}

/**
 * A regular expression that keeps nobody waiting. The engine, which goes back and tries again, gets those texts that are
 * so short that it is soon through with them, whatever they are; others are gone through once, character by character
 * (`Machine`). What is found is the same.
 */
export class Expression {
  readonly source: string;
  /** Without those that are for who steps through matches. */
  readonly flags: string;
  readonly #native: RegExp;
  readonly #global: RegExp;
  readonly #node: Node;
  /** The longest text for the engine, in UTF-16 units. */
  readonly #short: number;
  #slow: { readonly machine: Machine; readonly matches: Matches } | 'none' | undefined;
  /** The long text that was asked for last: what waits for another comes again, and asks for it anew. */
  #going: Going | undefined;

  /** @throws SyntaxError where it is none, in the engine's words */
  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags.replace(/[dgy]/g, '');
    this.#native = new RegExp(source, this.flags);
    this.#global = new RegExp(source, `${this.flags}g`);
    this.#node = parseExpression(this.#native);
    this.#short = longestFor(this.#node);
  }

  get ignoreCase(): boolean {
    return this.#native.ignoreCase;
  }

  /**
   * Whether it is found in a text.
   * @throws Unfinished where the text is long: ask again
   * @throws TooSlow where it would take too long
   */
  test(text: string): boolean {
    if (text.length > this.#short) return this.#testSlowly(text);
    try {
      return this.#native.test(text);
    } catch {
      // An engine has limits of its own ("too much recursion"): the machine does not have them.
      return this.#testSlowly(text);
    }
  }

  /** All that is found in a text, from the left; not more than may be found soon. */
  matches(text: string): readonly Match[] {
    const found: Match[] = [];
    if (text.length <= this.#short)
      for (const { 0: each, index } of text.matchAll(this.#global))
        found.push({ index, length: each.length });
    else this.#addSoon(text, found);
    return found;
  }

  #testSlowly(text: string): boolean {
    if (this.#going?.text !== text)
      this.#going = { text, parts: this.#compiled().machine.test(text), left: MOST_PARTS };
    const going = this.#going;
    if (going.found !== undefined) return going.found;
    if (going.left === 0) throw new TooSlow();
    going.left--;
    const { done, value } = going.parts.next();
    if (!done) throw new Unfinished();
    going.found = value;
    return value;
  }

  #addSoon(text: string, found: Match[]): void {
    try {
      const { machine, matches } = this.#compiled();
      const { done, value } = machine.look(text).next();
      if (done) for (const match of matches.in(text, value)) found.push(match);
    } catch (reason) {
      if (!(reason instanceof TooSlow)) throw reason;
    }
  }

  /** @throws TooSlow where it is nothing for the machine */
  #compiled(): { machine: Machine; matches: Matches } {
    this.#slow ??= this.#compile() ?? 'none';
    if (this.#slow === 'none') throw new TooSlow();
    return this.#slow;
  }

  #compile(): { machine: Machine; matches: Matches } | undefined {
    const program = compile(this.#node, /[uv]/.test(this.flags));
    if (!program) return undefined;
    const machine = new Machine(program);
    return { machine, matches: new Matches(program, machine.alphabet) };
  }
}

/** The longest text in which the engine is soon through with an expression, as a power of two. */
function longestFor(node: Node): number {
  let length = 0;
  while (length < LONGEST && mostSteps(node, length * 2 || 1) <= FEW) length = length * 2 || 1;
  return length;
}
