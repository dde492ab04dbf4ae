import { signal } from '@preact/signals';
import type { Work } from './work.ts';

/** What takes long, in sight of the person, who may cancel it. */
export class Works {
  /** Those that go on at the moment. */
  readonly ongoing = signal<readonly Work[]>([]);

  /** Does work that takes long; another of its kind takes its place. Rejects as `act` does, unless the work was cancelled. */
  async during(work: Work, act: (work: Work) => Promise<void>): Promise<void> {
    for (const other of this.ongoing.peek()) if (other.kind === work.kind) other.cancel();
    this.ongoing.value = [...this.ongoing.peek(), work];
    try {
      await act(work);
    } catch (error) {
      if (!work.signal.aborted) throw error;
    } finally {
      this.ongoing.value = this.ongoing.peek().filter((other) => other !== work);
    }
  }
}
