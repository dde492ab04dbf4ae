import type { Rates } from './rates.ts';

/** For how long one frame may reckon, in ms. */
const SLICE = 4;

/** Rates that are being reckoned, socket by socket, and given when all sockets are done. */
export type Steps = Generator<void, Rates>;

/** Reckons rates in slices: of a few sockets at once, of thousands in some frames. */
export class Reckoning {
  readonly #now: () => number;
  #steps: Steps | undefined;

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
   * @returns the rates where they are done; then call it again for what has changed meanwhile
   */
  advance(begin: () => Steps): Rates | undefined {
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
