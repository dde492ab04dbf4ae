import { signal } from '@preact/signals';

/** For how long one turn may look through rows before the browser gets to paint, in ms. */
const SLICE = 12;

/** How often what is found is drawn while more of it is being looked for, in ms. */
const PAUSE = 80;

/** Goes on until `deadline`, on the clock `now`, both in ms; gives whether all is done. */
type Advance = (deadline: number, now: () => number) => boolean;

const now = () => performance.now();

/** The panel's work in turns, one a frame: what takes longer than a turn goes on in the next. */
export class Turns {
  /** Moves when the session has changed in place. */
  readonly revision = signal(0);
  /** Moves when the session, or what was found in it, has. */
  readonly found = signal(0);
  readonly #advance: Advance;
  #scheduled = false;
  #changed = false;
  /** When `found` moved last. */
  #drawn = 0;

  constructor(advance: Advance) {
    this.#advance = advance;
  }

  /** The session has changed in place. */
  touch(): void {
    this.#changed = true;
    this.schedule();
  }

  /** There is something to look for. */
  schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => this.#turn());
  }

  #turn(): void {
    this.#scheduled = false;
    const done = this.#advance(now() + SLICE, now);
    if (!done) this.schedule();
    if (this.#changed) this.revision.value++;
    this.#changed = false;
    // While there is much to look through, drawing what was found each time would take longer than finding it.
    if (!done && now() - this.#drawn < PAUSE) return;
    this.#drawn = now();
    this.found.value++;
  }
}
