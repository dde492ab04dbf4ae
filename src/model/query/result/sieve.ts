import type { RowList } from './row-list.ts';

/**
 * Which rows may pass a test, as far as an earlier search for more than it has come: it looked at those from `low` to
 * below `high`, and what it found is listed. Asked for rows in order it costs next to nothing.
 */
export class Sieve {
  readonly low: number;
  readonly high: number;
  readonly #found: RowList;
  /** Position in `found` where the last question ended; none before the first, which may be far from both ends. */
  #at: number | undefined;

  constructor(found: RowList, low: number, high: number) {
    this.#found = found;
    this.low = low;
    this.high = high;
  }

  /** The first row from `row` on that may pass. */
  from(row: number): number {
    if (row < this.low || row >= this.high) return row;
    const at = this.#seek(row);
    return at < this.#found.length ? Math.min(this.#found.at(at), this.high) : this.high;
  }

  /** The last row before `row` that may pass; -1 where there is none. */
  before(row: number): number {
    if (row <= this.low || row > this.high) return row - 1;
    const at = this.#seek(row);
    return at > 0 ? Math.max(this.#found.at(at - 1), this.low - 1) : this.low - 1;
  }

  /** Position of the first that was found from `row` on. */
  #seek(row: number): number {
    let at = this.#at ?? this.#found.position(row);
    while (at < this.#found.length && this.#found.at(at) < row) at++;
    while (at > 0 && this.#found.at(at - 1) >= row) at--;
    this.#at = at;
    return at;
  }
}
