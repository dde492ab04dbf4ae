import type { NewRow } from '../../../session/rows.ts';
import { Field } from './field.ts';
import type { EntryRows } from './source.ts';

/** A socket's rows, and what the path of one of its messages begins with. */
export interface Source extends EntryRows {
  readonly field: Field;
}

const lengthOf = ({ before, messages, after }: EntryRows) => before.length + messages.length + after.length;

/** The rows of all sockets, one after the other as they were, though the file has one socket after another. */
export class Merge {
  readonly #sources: readonly Source[];
  readonly #together: number;
  /** By number of a row, where all rows of a source come together: its source, and the number of that one's first. */
  readonly #source: Uint32Array;
  readonly #first: number[] = [];
  /** The numbers of the rows in the order of the session. */
  readonly #numbers: readonly number[];

  /** @param together how many bytes of messages are read from the file at once, about */
  constructor(sources: readonly Source[], together: number) {
    this.#sources = sources;
    this.#together = together;
    this.#source = new Uint32Array(sources.reduce((sum, source) => sum + lengthOf(source), 0));
    this.#numbers = this.#inOrder();
  }

  /** How many rows there are, or some more: what is no message is not known before it is read. */
  get length(): number {
    return this.#numbers.length;
  }

  *rows(): Iterable<NewRow> {
    for (const [at, number] of this.#numbers.entries()) {
      const row = this.#placed(number) ?? this.#message(number, at);
      if (row) yield row;
    }
  }

  #inOrder(): number[] {
    const orders = new Float64Array(this.#source.length);
    let number = 0;
    for (const [index, source] of this.#sources.entries()) {
      this.#first.push(number);
      this.#source.fill(index, number, number + lengthOf(source));
      for (const { order } of source.before) orders[number++] = order;
      for (const order of source.orders()) orders[number++] = order;
      for (const { order } of source.after) orders[number++] = order;
    }
    const orderOf = (number: number) => orders[number] ?? 0;
    // Those of a source are in order nearly always: what makes use of that sorts in next to no time.
    return Array.from(orders, (_, number) => number).sort((a, b) => orderOf(a) - orderOf(b));
  }

  #sourceOf(number: number): Source {
    return this.#sources[this.#source[number] ?? 0] as Source;
  }

  /** The index of a row among the messages of its source. */
  #item(number: number): number {
    const index = this.#source[number] ?? 0;
    return number - (this.#first[index] ?? 0) - this.#sourceOf(number).before.length;
  }

  #placed(number: number): NewRow | undefined {
    const { before, messages, after } = this.#sourceOf(number);
    const item = this.#item(number);
    return (item < 0 ? before[item + before.length] : after[item - messages.length])?.row;
  }

  #message(number: number, at: number): NewRow | undefined {
    const { field, messages, read } = this.#sourceOf(number);
    const item = this.#item(number);
    if (!messages.has(item)) this.#fetch(at);
    return read(new Field(messages.value(item), field, item), item);
  }

  /** Reads the messages that are next from the file. */
  #fetch(from: number): void {
    for (let at = from, bytes = 0; at < this.length && bytes < this.#together; at++) {
      const number = this.#numbers[at] ?? 0;
      const { messages } = this.#sourceOf(number);
      const item = this.#item(number);
      if (item < 0 || item >= messages.length) continue;
      messages.want(item);
      bytes += messages.size(item);
    }
    for (const { messages } of this.#sources) messages.fetch();
  }
}
