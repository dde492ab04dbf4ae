type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A list of numbers of one width that grows at its end: a fraction of what an array of objects would take. */
export class Column<T extends Numbers> {
  #cells: T;
  #length = 0;
  readonly #make: new (
    length: number,
  ) => T;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#cells = new make(8);
  }

  get length(): number {
    return this.#length;
  }

  /** The cell at an index below `length`; 0 past it. */
  at(index: number): number {
    return this.#cells[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#cells[index] = value;
  }

  push(value: number): void {
    if (this.#length === this.#cells.length) this.#grow();
    this.#cells[this.#length++] = value;
  }

  /** The cells in use, not copied: valid until the next push. */
  view(): T {
    return this.#cells.subarray(0, this.#length) as T;
  }

  #grow(): void {
    const larger = new this.#make(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}
