type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A piece has 4,096 cells, but for the first, which grows up to that. */
const BITS = 12;
const PIECE = 1 << BITS;

/**
 * A list of numbers of one width that grows at its end: a fraction of what an array of objects would take. It is kept
 * in pieces, so that growing copies next to nothing and leaves next to nothing unused.
 */
export class Column<T extends Numbers> {
  readonly #pieces: T[];
  #length = 0;
  readonly #make: new (
    length: number,
  ) => T;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#pieces = [new make(8)];
  }

  get length(): number {
    return this.#length;
  }

  /** The cell at an index below `length`; 0 past it. */
  at(index: number): number {
    return this.#pieces[index >>> BITS]?.[index & (PIECE - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    const piece = this.#pieces[index >>> BITS];
    if (piece) piece[index & (PIECE - 1)] = value;
  }

  push(value: number): void {
    const last = this.#pieces[this.#length >>> BITS];
    if (!last || (this.#length & (PIECE - 1)) >= last.length) this.#grow(last);
    this.set(this.#length++, value);
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let index = 0; index < this.#length; index++) yield this.at(index);
  }

  /** @param last the piece that is full, where it may be larger */
  #grow(last: T | undefined): void {
    const larger = new this.#make(last ? last.length * 2 : PIECE);
    if (last) larger.set(last);
    this.#pieces[this.#length >>> BITS] = larger;
  }
}
