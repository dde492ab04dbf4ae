import { type Alphabet, EDGE } from './alphabet.ts';
import type { Instruction, Program } from './program.ts';

/** What is on both sides of a place in a text, as classes, and which looks see what they look for there, as bits. */
export interface Surroundings {
  readonly left: number;
  readonly right: number;
  readonly seen: number;
}

/**
 * The places that a machine is in: from some of a program it goes as far as it can without a character, in the order
 * in which they are tried.
 */
export class Places {
  /** Where it waits for a character, each once. */
  readonly waiting: number[] = [];
  /** Steps that have been taken. */
  steps = 0;
  readonly #code: readonly Instruction[];
  readonly #alphabet: Alphabet;
  /** When an instruction was passed last. */
  readonly #passed: Uint32Array;
  /** Passed within rounds that are empty so far, each with those as bits. */
  readonly #passedWithin = new Set<number>();
  readonly #open: { at: number; empty: number }[] = [];
  #turn = 0;
  #around: Surroundings = { left: EDGE, right: EDGE, seen: 0 };

  constructor({ code }: Program, alphabet: Alphabet) {
    this.#code = code;
    this.#alphabet = alphabet;
    this.#passed = new Uint32Array(code.length);
  }

  /** Begins anew, at another place of the text. */
  begin(around: Surroundings): void {
    this.waiting.length = 0;
    this.#turn++;
    this.#passedWithin.clear();
    this.#around = around;
  }

  /**
   * Goes on from an instruction; gives whether that leads to the end of the program.
   * @param inOrder whether to stop there: what would be tried after it is not
   */
  add(start: number, inOrder: boolean): boolean {
    let found = false;
    this.#open.length = 0;
    this.#open.push({ at: start, empty: 0 });
    for (let place = this.#open.pop(); place; place = this.#open.pop()) {
      const instruction = this.#code[place.at];
      if (!instruction || !this.#isNew(instruction, place.at, place.empty)) continue;
      this.steps++;
      if (instruction.op === 'found') found = true;
      else if (instruction.op === 'one') this.waiting.push(place.at);
      else this.#pass(instruction, place.empty);
      if (found && inOrder) return true;
    }
    return found;
  }

  /** Where no character is needed it matters which rounds are empty; behind the next one it does not. */
  #isNew({ op }: Instruction, at: number, empty: number): boolean {
    if (empty === 0 || op === 'one' || op === 'found') {
      if (this.#passed[at] === this.#turn) return false;
      this.#passed[at] = this.#turn;
      return true;
    }
    const { size } = this.#passedWithin;
    return this.#passedWithin.add(at * 2 ** 30 + empty).size > size;
  }

  #pass(instruction: Exclude<Instruction, { op: 'one' | 'found' }>, empty: number): void {
    switch (instruction.op) {
      case 'either':
        this.#open.push({ at: instruction.second, empty }, { at: instruction.first, empty });
        return;
      case 'enter':
        this.#open.push({ at: instruction.next, empty: empty | (1 << instruction.loop) });
        return;
      case 'leave':
        if (empty & (1 << instruction.loop)) return;
        break;
      default:
        if (!this.#holds(instruction)) return;
    }
    this.#open.push({ at: instruction.next, empty });
  }

  #holds(instruction: Extract<Instruction, { op: 'start' | 'end' | 'boundary' | 'look' }>): boolean {
    const { left, right, seen } = this.#around;
    switch (instruction.op) {
      case 'start':
        return left === EDGE || (instruction.multiline && this.#alphabet.endsLine(left));
      case 'end':
        return right === EDGE || (instruction.multiline && this.#alphabet.endsLine(right));
      case 'boundary': {
        const { word, negated } = instruction;
        return (this.#alphabet.has(left, word) !== this.#alphabet.has(right, word)) !== negated;
      }
      case 'look':
        return ((seen >>> instruction.look) & 1) === (instruction.negated ? 0 : 1);
    }
  }
}
