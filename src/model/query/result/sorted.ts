import type { Session } from '../../session/session.ts';
import { type Compare, compareBy, type SortKey } from './compare.ts';
import type { Listing } from './listing.ts';
import type { Result } from './result.ts';

/** An order of the table that is not the order of the session. */
export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Positions sorted in one go, and cells moved between two looks at the clock. */
const RUN = 512;
const STRIDE = 4096;

/**
 * A result in another order, found in slices. While the result grows, what is new is sorted by itself and then merged
 * with what was sorted before: the result has to be one that only grows at its end. Rows that compare as equal stay in
 * the order of the session.
 */
export class Sorted implements Listing {
  readonly before = 0;
  readonly #result: Result;
  readonly #compare: Compare;
  /** Positions of the result, in order. */
  #order = new Uint32Array();
  #pass: Iterator<undefined, Uint32Array<ArrayBuffer>> | undefined;

  constructor(session: Session, result: Result, { key, descending }: Sort) {
    const compare = compareBy(key, session, result);
    this.#result = result;
    this.#compare = descending ? (a, b) => compare(b, a) : compare;
  }

  get length(): number {
    return this.#order.length;
  }

  at(position: number): number {
    return this.#result.at(this.#order[position] ?? 0);
  }

  find(row: number): number | undefined {
    const place = this.#result.find(row);
    const position = place === undefined ? -1 : this.#order.indexOf(place);
    return position < 0 ? undefined : position;
  }

  /**
   * Goes on until `deadline`, on the clock `now`, both in ms; never without getting further.
   * @returns whether all of the result is sorted. It may grow later: then call it again.
   */
  advance(deadline: number, now: () => number): boolean {
    while (this.#order.length < this.#result.length) {
      this.#pass ??= sortInto(this.#order, this.#result.length, this.#compare);
      const { done, value } = this.#pass.next();
      if (done) {
        this.#order = value;
        this.#pass = undefined;
      }
      if (now() >= deadline) break;
    }
    return this.#order.length === this.#result.length;
  }
}

type Cells = Uint32Array<ArrayBuffer>;

/** Sorts the positions from the length of `before` to `end`, and merges them with those. */
function* sortInto(before: Cells, end: number, compare: Compare): Generator<undefined, Cells> {
  const fresh = Uint32Array.from({ length: end - before.length }, (_, i) => before.length + i);
  const sorted = yield* mergeSort(fresh, compare);
  const all = new Uint32Array(end);
  yield* merge(before, sorted, all, compare);
  return all;
}

/** Short runs are sorted as they lie, then merged in pairs. */
function* mergeSort(cells: Cells, compare: Compare): Generator<undefined, Cells> {
  for (let from = 0; from < cells.length; from += RUN) {
    cells.subarray(from, from + RUN).sort(compare);
    yield;
  }
  let source = cells;
  let target = new Uint32Array(cells.length);
  for (let width = RUN; width < cells.length; width *= 2) {
    for (let from = 0; from < cells.length; from += 2 * width) {
      const [low, high] = [from + width, from + 2 * width];
      yield* merge(
        source.subarray(from, low),
        source.subarray(low, high),
        target.subarray(from, high),
        compare,
      );
    }
    [source, target] = [target, source];
  }
  return source;
}

/** Merges two sorted lists into `target`; of what is equal, that of the first comes first. */
function* merge(first: Cells, second: Cells, target: Cells, compare: Compare): Generator<undefined, void> {
  let a = 0;
  let b = 0;
  for (let at = 0; at < target.length; at++) {
    const left = first[a];
    const right = second[b];
    if (right === undefined || (left !== undefined && compare(left, right) <= 0)) {
      target[at] = left ?? 0;
      a++;
    } else {
      target[at] = right;
      b++;
    }
    if (at % STRIDE === STRIDE - 1) yield;
  }
}
