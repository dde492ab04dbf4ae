/** How many buckets there are at most; then each is made twice as long. */
const SIZE = 2048;

/** The shortest bucket, in ms. */
const SHORTEST = 1;

/** What is counted in a bucket. */
export const counted = ['sent', 'received', 'faulty'] as const;

export type Counted = (typeof counted)[number];

type Counts = Readonly<Record<Counted, Uint32Array>>;

const noCounts = (): Counts => ({
  sent: new Uint32Array(SIZE),
  received: new Uint32Array(SIZE),
  faulty: new Uint32Array(SIZE),
});

/**
 * A session in so many buckets of time, however long it lasts: an addition costs the same whether it is the first or
 * the millionth. Buckets begin at multiples of their length, so that two of them make one of twice the length.
 */
export class Tally {
  counts: Counts = noCounts();
  /** Length of a bucket in ms. */
  length = SHORTEST;
  /** Number of the first bucket, counted from the epoch. */
  #first: number | undefined;
  #last = 0;

  /** Where the first bucket begins, in ms since the epoch. */
  get from(): number {
    return (this.#first ?? 0) * this.length;
  }

  /** How many buckets are in use. */
  get size(): number {
    return this.#first === undefined ? 0 : this.#last - this.#first + 1;
  }

  /** @param time in ms since the epoch; may lie before what came earlier */
  add(time: number, kind: Counted): void {
    const bucket = this.#bucket(time);
    const cells = this.counts[kind];
    cells[bucket] = (cells[bucket] ?? 0) + 1;
  }

  #bucket(time: number): number {
    const number = Math.floor(time / this.length);
    const first = Math.min(this.#first ?? number, number);
    const last = Math.max(this.#first === undefined ? number : this.#last, number);
    if (last - first >= SIZE) {
      this.#fold();
      return this.#bucket(time);
    }
    if (this.#first !== undefined && first < this.#first) this.#move(this.#first - first, 1);
    this.#first = first;
    this.#last = last;
    return number - first;
  }

  /** Makes one bucket of two. */
  #fold(): void {
    const first = this.#first ?? 0;
    this.#move(first % 2, 2);
    this.length *= 2;
    this.#first = Math.floor(first / 2);
    this.#last = Math.floor(this.#last / 2);
  }

  /** Moves every count by so many buckets, of which `per` then become one. */
  #move(by: number, per: number): void {
    const before = this.counts;
    this.counts = noCounts();
    for (const kind of counted)
      for (let i = 0; i < this.size; i++) {
        const to = Math.floor((i + by) / per);
        const cells = this.counts[kind];
        cells[to] = (cells[to] ?? 0) + (before[kind][i] ?? 0);
      }
  }
}
