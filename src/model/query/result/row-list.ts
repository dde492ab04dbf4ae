import { Column } from '../../column.ts';

/** Rows in the order of the session, by their indexes. Grows at both ends. */
export class RowList {
  /** What was put before the first, the nearest to it first. */
  readonly #before = new Column(Uint32Array);
  readonly #after = new Column(Uint32Array);

  get length(): number {
    return this.#before.length + this.#after.length;
  }

  /** How many were put before the first that was there. */
  get before(): number {
    return this.#before.length;
  }

  /** The row at a position below `length`. */
  at(position: number): number {
    const { length } = this.#before;
    return position < length ? this.#before.at(length - 1 - position) : this.#after.at(position - length);
  }

  append(row: number): void {
    this.#after.push(row);
  }

  prepend(row: number): void {
    this.#before.push(row);
  }

  /** Position of a row, or of the first after it; `length` where there is none. */
  position(row: number): number {
    let from = 0;
    let to = this.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.at(middle) < row) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
