/** The places of a program that a machine is in, and the class of the character that it has read last. */
interface State {
  readonly places: readonly number[];
  readonly last: number;
}

/** A step as it was found out. */
interface Step {
  readonly state: number;
  readonly places: readonly number[];
  readonly group: number;
  readonly seen: number;
  readonly next: number;
  readonly found: boolean;
}

/** More states are forgotten: they take room, and who needs so many comes to ever new ones. */
const MOST_STATES = 2048;

/** Columns of the table to begin with. */
const COLUMNS = 16;

const NONE: State = { places: [], last: 0 };

/** What a machine knows of where a character leads. */
export class Steps {
  /** A column is a class of characters, with what is seen there in so many bits at its end. */
  readonly bits: number;
  columns: number;
  /** By state and column: twice the number of the next state, plus 1 where the program is found; 0 where nothing is known. */
  table: Uint32Array;
  #states: State[] = [NONE];
  readonly #numbers = new Map<string, number>();

  /** @param looks how many there are that may see something */
  constructor(looks: number) {
    this.bits = looks;
    this.columns = COLUMNS << looks;
    this.table = new Uint32Array(this.columns * 4);
  }

  state(number: number): State {
    return this.#states[number] ?? NONE;
  }

  /** The number of a state, from 1. @param kind tells apart what was read last, as far as it matters */
  number(places: readonly number[], last: number, kind: string): number {
    const key = `${kind}:${places.join()}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#states.length > MOST_STATES) this.#forget();
    const number = this.#states.push({ places, last }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** Gives the step as the table has it. */
  remember({ state, places, group, seen, next, found }: Step): number {
    const column = (group << this.bits) | seen;
    const step = next * 2 + (found ? 1 : 0);
    // Where states were forgotten meanwhile, the number is of another, or of none.
    if (this.#states[state]?.places !== places) return step;
    this.#makeRoom(column, state);
    this.table[state * this.columns + column] = step;
    return step;
  }

  #makeRoom(column: number, state: number): void {
    const before = this.columns;
    while (column >= this.columns) this.columns *= 2;
    const rows = Math.max(this.table.length / before, state < this.table.length / before ? 0 : state * 2);
    if (rows * this.columns === this.table.length) return;
    const table = new Uint32Array(rows * this.columns);
    for (let at = 0; at * before < this.table.length; at++)
      table.set(this.table.subarray(at * before, (at + 1) * before), at * this.columns);
    this.table = table;
  }

  #forget(): void {
    this.#states = [NONE];
    this.#numbers.clear();
    this.table.fill(0);
  }
}
