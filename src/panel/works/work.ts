import { signal } from '@preact/signals';
import { breath } from './breath.ts';

/** For how long one turn may work before the browser gets to paint, in ms. */
const TURN = 12;

/** Something that takes long: how far it is, and a way to stop it. */
export class Work {
  readonly kind: 'importing' | 'exporting' | 'copying';
  /** Name of the file, or of the form that is copied. */
  readonly file: string;
  /** How much of it is done, from 0 to 1; `undefined` where that is not known. */
  readonly share = signal<number | undefined>(undefined);
  readonly #controller = new AbortController();
  #since = performance.now();

  constructor(kind: Work['kind'], file: string) {
    this.kind = kind;
    this.file = file;
  }

  /** Is aborted where the person does not want it any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether a turn has taken long enough, so that the work is to rest. */
  get isDue(): boolean {
    return performance.now() - this.#since >= TURN;
  }

  /** Says how much is done, and lets the browser paint and the person click. Rejects where the work is cancelled. */
  async rest(share: number): Promise<void> {
    this.share.value = share;
    await breath();
    this.signal.throwIfAborted();
    this.#since = performance.now();
  }

  cancel(): void {
    this.#controller.abort();
  }
}
