import { signal } from '@preact/signals';

/** For how long one turn may look through rows before the browser gets to answer and to paint, in ms. */
const SLICE = 8;

/** How often what is found is drawn while more of it is being looked for, in ms. */
const PAUSE = 80;

/** Work that is done in turns. */
export interface Work {
  /** Goes on until `deadline`, on the clock `now`, both in ms; gives whether all is done. */
  advance(deadline: number, now: () => number): boolean;
  /** Whether there is something to show that was waited for, at a moment in ms. */
  isReady(now: number): boolean;
  /** Shows it. */
  present(now: number): void;
}

const now = () => performance.now();

/** Calls after what the browser has to do now: a timer would wait for some ms, and a frame for the screen. */
function soon(call: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  port2.postMessage(undefined);
}

/** The panel's work in turns: what takes longer than one goes on in the next. What came of it is drawn frame by frame. */
export class Turns {
  /** Moves when the session has changed in place. */
  readonly revision = signal(0);
  /** Moves when the session, or what was found in it, has. */
  readonly found = signal(0);
  readonly #work: Work;
  #going = false;
  #framed = false;
  #changed = false;
  #advanced = false;
  /** When `found` moved last. */
  #drawn = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  /** The session has changed in place. */
  touch(): void {
    this.#changed = true;
    this.#drawSoon();
    this.schedule();
  }

  /** There is something to look for. */
  schedule(): void {
    if (this.#going) return;
    this.#going = true;
    soon(() => this.#turn());
  }

  #turn(): void {
    const deadline = now() + SLICE;
    const done = this.#work.advance(deadline, now);
    this.#advanced = true;
    this.#going = false;
    // What ends before its time without being done waits for the disk.
    if (!done && now() < deadline) requestAnimationFrame(() => this.schedule());
    else if (!done) this.schedule();
    // While there is much to look through, drawing what was found each time would take longer than finding it.
    if (done || this.#work.isReady(now()) || now() - this.#drawn >= PAUSE) this.#drawSoon();
  }

  #drawSoon(): void {
    if (this.#framed) return;
    this.#framed = true;
    requestAnimationFrame(() => this.#draw());
  }

  /** The table in one frame and the rest in the next: one frame may be too short for both. */
  #draw(): void {
    this.#framed = false;
    if (!this.#advanced) {
      this.#changed = false;
      this.revision.value++;
      return;
    }
    this.#advanced = false;
    this.#drawn = now();
    this.#work.present(this.#drawn);
    this.found.value++;
    if (this.#changed) this.#drawSoon();
  }
}
