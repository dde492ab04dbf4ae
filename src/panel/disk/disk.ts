import type { Session } from '#model';
import { Spill } from './spill.ts';
import type { Trouble } from './trouble.ts';

/** The disk, for the payloads of all sessions that the panel has: each session has what it wrote to itself. */
export class Disk {
  readonly #spills = new Map<Session, Spill>();
  readonly #tell: (trouble: Trouble) => void;
  #budget = Number.POSITIVE_INFINITY;

  constructor(tell: (trouble: Trouble) => void) {
    this.#tell = tell;
  }

  /** Says how many bytes of its payloads a session may have in memory; until then all. A disk that refused is asked again. */
  allow(bytes: number): void {
    this.#budget = bytes;
    for (const [session, spill] of this.#spills) {
      spill.forgive();
      void this.relieve(session);
    }
  }

  /** Writes what a session has too much in memory; resolves when that is done, or cannot be. */
  relieve(session: Session): Promise<void> {
    return this.#spill(session).relieve(() => this.#budget);
  }

  /** What the one session wrote is now the other's, which continues it. */
  pass(from: Session, to: Session): void {
    const spill = this.#spills.get(from);
    if (!spill) return;
    this.#spills.delete(from);
    this.#spills.set(to, spill);
    spill.follow(to);
  }

  /** Removes what a session wrote; it is not to be read any more. */
  discard(session: Session): void {
    void this.#spills.get(session)?.discard().catch(console.error);
    this.#spills.delete(session);
  }

  /** Removes what all sessions wrote: the panel is going away. */
  discardAll(): void {
    for (const session of [...this.#spills.keys()]) this.discard(session);
  }

  #spill(session: Session): Spill {
    const known = this.#spills.get(session);
    const spill = known ?? new Spill(session, this.#tell);
    this.#spills.set(session, spill);
    return spill;
  }
}
