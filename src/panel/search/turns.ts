import { signal } from '@preact/signals';
import { tick } from '#panel/tick.ts';
import { afterFrame, now, soon } from './moments.ts';

/** For how long one turn may work before the browser gets to answer and to paint, in ms. */
const SLICE = 8;

/** So soon after a turn or a drawing another would be in the same frame, in ms. */
const FRAME = 12;

/** How much of a turn may go into what has come, where there is something to look for besides. */
const SHARE = 0.7;

/** How often what is found is drawn while more of it is being looked for, in ms. */
const PAUSE = 80;

/** After a drawing there is none for so many times as long as it took: what comes fast would be nothing but drawn. */
const REST = 4;

/** The longest rest, in ms: what a drawing seemed to take may be the sleep of the machine. */
const LONGEST_REST = 1000;

/** What one turn may do, in the order in which it is done. */
export interface Task {
  /** Goes on until `deadline`, on the clock `now`, both in ms; gives whether there is nothing left that could be done. */
  advance(deadline: number, now: () => number): boolean;
}

/** Takes what has come. */
export interface Intake extends Task {
  /** How much has come, and is not taken to its end. */
  readonly length: number;
}

/** Looks for something. */
export interface Search extends Task {
  /** Whether somebody waits for what it looks for. */
  readonly isAwaited: boolean;
  /** Whether there is something to show that was waited for, at a moment in ms. */
  isReady(now: number): boolean;
  /** Shows it. */
  present(now: number): void;
}

/** The panel's work in turns: what takes longer than one goes on in the next. What came of it is drawn frame by frame. */
export class Turns {
  /** Moves when the session has changed in place. */
  readonly revision = signal(0);
  /** Moves when the session, or what was found in it, has. */
  readonly found = signal(0);
  readonly #intake: Intake;
  readonly #search: Search;
  readonly #onFault: (reason: unknown) => void;
  #going = false;
  /** Whether more was found than the table has shown, and whether the session has changed since the rest was drawn. */
  #more = false;
  #changed = false;
  /** Whether the table was drawn last. */
  #tableLast = false;
  /** Whether a frame is under way in which something is drawn. */
  #framed = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** When there was a turn or a drawing last, when something was taken, and when the table was drawn. */
  #busy = 0;
  #taken = Number.NEGATIVE_INFINITY;
  #shown = 0;
  /** Until when only what is waited for is drawn. */
  #rested = 0;

  /** @param onFault told what was thrown in a turn; the next comes with the next change */
  constructor(intake: Intake, search: Search, onFault: (reason: unknown) => void) {
    this.#intake = intake;
    this.#search = search;
    this.#onFault = onFault;
  }

  /** The session has changed in place. */
  touch(): void {
    this.#changed = true;
    this.schedule();
  }

  /** There is something to take, or to look for. */
  schedule(): void {
    if (this.#going) return;
    this.#going = true;
    soon(() => this.#turn());
  }

  #turn(): void {
    const start = now();
    if (this.#isEarly(start)) {
      this.#wait();
      return;
    }
    this.#busy = start;
    try {
      this.#goOn(start);
    } catch (reason) {
      this.#going = false;
      this.#onFault(reason);
    }
  }

  #goOn(start: number): void {
    const left = this.#intake.length > 0;
    const taken = this.#intake.advance(start + SLICE * SHARE, now);
    if (left) this.#taken = start;
    const found = this.#search.advance(start + SLICE, now);
    this.#going = false;
    if (!taken || (!found && now() >= start + SLICE)) this.schedule();
    // What ends before its time without being done waits for the disk.
    else if (!found) this.#wait();
    // While there is much to look through, drawing what was found each time would take longer than finding it.
    if (!found && !this.#search.isReady(now()) && now() - this.#shown < PAUSE) return;
    this.#more = true;
    this.#drawSoon();
  }

  /** While messages come, a frame has one turn or a drawing, so that none is late: unless somebody waits, or more has come. */
  #isEarly(start: number): boolean {
    const isCalm = this.#intake.length < 2 && !this.#search.isAwaited;
    return isCalm && start - this.#busy < FRAME && start - this.#taken < PAUSE;
  }

  /** The next turn comes in the next frame. */
  #wait(): void {
    this.#going = true;
    afterFrame(() => this.#turn());
  }

  /** Draws in the next frame what was waited for; other things when it is time. */
  #drawSoon(): void {
    if (this.#framed) return;
    clearTimeout(this.#waiting);
    const rest = this.#search.isReady(now()) ? 0 : this.#rested - now();
    if (rest <= 0) this.#frame();
    else this.#waiting = setTimeout(() => this.#frame(), rest);
  }

  #frame(): void {
    this.#framed = true;
    requestAnimationFrame(() => this.#draw());
  }

  /** The table in one frame and the rest in another: one may be too short for both. */
  #draw(): void {
    const start = now();
    this.#busy = start;
    // What the browser does for a frame comes before that.
    soon(() => {
      this.#framed = false;
      this.#rested = now() + Math.min(REST * (now() - start), LONGEST_REST);
      if (this.#changed || this.#more) this.#drawSoon();
    });
    const restIsDue = this.#changed && this.#tableLast && !this.#search.isReady(start);
    if (this.#more && !restIsDue) this.#drawTable(start);
    else this.#drawRest();
  }

  #drawTable(start: number): void {
    this.#more = false;
    this.#tableLast = true;
    this.#shown = start;
    this.#search.present(start);
    tick(this.found);
  }

  #drawRest(): void {
    this.#changed = false;
    this.#tableLast = false;
    tick(this.revision);
  }
}
