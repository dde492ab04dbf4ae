import type { RowList } from './row-list.ts';

/**
 * Which rows may pass a test, as far as an earlier search for more than it has come: it looked at those from `low` to
 * below `high`, and what it found is listed. Asked for rows in order it costs next to nothing.
 */
export class Sieve {
  readonly low: number;
  readonly high: number;
  readonly #found: RowList;
  /** Position in `found` where the last question ended. */
  #at = 0;

  constructor(found: RowList, low: number, high: number) {
    this.#found = found;
    this.low = low;
    this.high = high;
  }

  /** The first row from `row` on that may pass. */
  from(row: number): number {
    if (row < this.low || row >= this.high) return row;
    this.#seek(row);
    return this.#at < this.#found.length ? Math.min(this.#found.at(this.#at), this.high) : this.high;
  }

  /** The last row before `row` that may pass; -1 where there is none. */
  before(row: number): number {
    if (row <= this.low || row > this.high) return row - 1;
    this.#seek(row);
    return this.#at > 0 ? Math.max(this.#found.at(this.#at - 1), this.low - 1) : this.low - 1;
  }

  /** Goes to the first that was found from `row` on. */
  #seek(row: number): void {
    while (this.#at < this.#found.length && this.#found.at(this.#at) < row) this.#at++;
    while (this.#at > 0 && this.#found.at(this.#at - 1) >= row) this.#at--;
  }
}
