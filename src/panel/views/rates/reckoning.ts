/** For how long one frame may reckon, in ms. */
const SLICE = 4;

/** Something that is being reckoned, socket by socket, and given when all sockets are done. */
export type Steps<Reckoned> = Generator<void, Reckoned>;

/** Reckons in slices: of a few sockets at once, of thousands in some frames. */
export class Reckoning<Reckoned> {
  readonly #now: () => number;
  #steps: Steps<Reckoned> | undefined;

  /** @param now a clock in ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Forgets what is under way: it is of no use any more. */
  drop(): void {
    this.#steps = undefined;
  }

  /**
   * Goes on for a slice, with what is under way before anything is begun anew: while an axis keeps moving there would
   * never be a result.
   * @returns what was reckoned where it is done; then call it again for what has changed meanwhile
   */
  advance(begin: () => Steps<Reckoned>): Reckoned | undefined {
    const deadline = this.#now() + SLICE;
    this.#steps ??= begin();
    do {
      const { done, value } = this.#steps.next();
      if (!done) continue;
      this.#steps = undefined;
      return value;
    } while (this.#now() < deadline);
    return undefined;
  }
}
