import { isRecord } from '#protocol';
import { Column } from '../../../column.ts';
import type { Cursor } from './cursor.ts';
import { timeOf } from './times/units.ts';
import { CLOSE, opcodeOf, trafficType } from './words.ts';

/** An item that tells of the end of a connection. */
export interface Ending {
  readonly index: number;
  readonly item: unknown;
}

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
  /** How many are no errors: a connection that was never open has none. */
  traffic = 0;
  /** The last error, and the last close frame. */
  error?: Ending;
  close?: Ending;

  readonly #lenient: boolean;

  /** @param lenient whether those that are no JSON are none, and the others are read */
  constructor(cursor: Cursor, lenient = false) {
    this.#cursor = cursor;
    this.#lenient = lenient;
    this.#start = cursor.at;
  }

  get length(): number {
    return this.#times.length;
  }

  /** The `time` of each, as `timeOf` reads it. */
  get times(): Iterable<number> {
    return this.#times;
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
      this.#times.push(isRecord(item) ? timeOf(item.time) : Number.NaN);
      this.#rows.push(isRecord(item) && typeof item._row === 'number' ? item._row : Number.NaN);
      this.#note(item, first + n);
    }
  }

  #note(item: unknown, index: number): void {
    if (!isRecord(item)) return;
    if (trafficType(item.type) === 'error') this.error = { index, item };
    else this.traffic++;
    if (opcodeOf(item.opcode) === CLOSE) this.close = { index, item };
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
    try {
      return this.#cursor.list(this.#end(first - 1) + 1, this.#end(last));
    } catch (error) {
      if (!this.#lenient || !(error instanceof SyntaxError)) throw error;
      if (first === last) return [undefined];
      return Array.from({ length: last - first + 1 }, (_, n) => this.#parse(first + n, first + n)).flat();
    }
  }
}
