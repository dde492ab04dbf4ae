import { signal } from '@preact/signals';

/** Something that takes long: how far it is, and a way to stop it. */
export class Work {
  readonly kind: 'importing' | 'exporting' | 'copying';
  /** Name of the file, or of the form that is copied. */
  readonly file: string;
  /** How much of it is done, from 0 to 1; `undefined` where that is not known. */
  readonly share = signal<number | undefined>(undefined);
  readonly #controller = new AbortController();

  constructor(kind: Work['kind'], file: string) {
    this.kind = kind;
    this.file = file;
  }

  /** Is aborted where the person does not want it any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  cancel(): void {
    this.#controller.abort();
  }
}
