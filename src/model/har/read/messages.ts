import { isRecord } from '#protocol';
import { Column } from '../../column.ts';
import type { Cursor } from './cursor.ts';

/** The items of a `_webSocketMessages`: where in the file each is, and what puts it in its place among others. */
export class Messages {
  readonly #cursor: Cursor;
  /** Where in the file the first begins, in bytes. */
  readonly #start: number;
  /** Where each ends: there is a comma, and then the next. */
  readonly #ends = new Column(Float64Array);
  readonly #times = new Column(Float64Array);
  readonly #rows = new Column(Float64Array);
  /** Those that are at hand, by index; a list with holes. */
  #values: unknown[] = [];
  #wanted: number[] = [];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#start = cursor.at;
  }

  get length(): number {
    return this.#times.length;
  }

  /** The item's `time`; NaN where that is no number. */
  time(index: number): number {
    return this.#times.at(index);
  }

  /** The item's `_row`; NaN where that is no number. */
  row(index: number): number {
    return this.#rows.at(index);
  }

  /** Bytes of the item in the file. */
  size(index: number): number {
    return this.#end(index) - this.#end(index - 1);
  }

  has(index: number): boolean {
    return index in this.#values;
  }

  /** The item, as it was parsed; `undefined` where it is not at hand. */
  value(index: number): unknown {
    return this.#values[index];
  }

  /** Notes where the next item ends, in bytes from the beginning of the file. */
  end(at: number): void {
    this.#ends.push(at);
  }

  /** Bytes of items of which no more is known than where they end. */
  get unread(): number {
    return this.#end(this.#ends.length - 1) - this.#end(this.length - 1);
  }

  /**
   * Looks at the items of which no more is known than where they end. @param keeps whether they stay at hand
   * @throws SyntaxError where they are no JSON
   */
  look(keeps: boolean): void {
    const first = this.length;
    for (const [n, item] of this.#parse(first, this.#ends.length - 1).entries()) {
      if (keeps) this.#values[first + n] = item;
      this.#times.push(numberAt(item, 'time'));
      this.#rows.push(numberAt(item, '_row'));
    }
  }

  /** Has an item at hand after the next `fetch`. */
  want(index: number): void {
    this.#wanted.push(index);
  }

  /** Has at hand what is wanted, and nothing else. */
  fetch(): void {
    this.#values = [];
    for (let from = 0, to = 1; from < this.#wanted.length; from = to++) {
      const first = this.#wanted[from] ?? 0;
      while (this.#wanted[to] === first + to - from) to++;
      for (const [n, item] of this.#parse(first, first + to - from - 1).entries())
        this.#values[first + n] = item;
    }
    this.#wanted = [];
  }

  #end(index: number): number {
    return index < 0 ? this.#start - 1 : this.#ends.at(index);
  }

  /** Many at once: each for itself would take longer. */
  #parse(first: number, last: number): unknown[] {
    return this.#cursor.list(this.#end(first - 1) + 1, this.#end(last));
  }
}

function numberAt(item: unknown, name: string): number {
  const value = isRecord(item) ? item[name] : undefined;
  return typeof value === 'number' ? value : Number.NaN;
}
