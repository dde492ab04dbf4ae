import { signal } from '@preact/signals';
import type { Announced } from '#protocol';

/** What the hooks of the page's documents could not patch, because another script was there first. */
export class Missed {
  /** As code; empty where all was patched. */
  readonly names = signal('');
  #page: string | undefined;

  /** A document announces itself, the page or one in a frame of it. */
  hear({ documentId, top, missed }: Announced): void {
    if (top && documentId !== this.#page) {
      this.#page = documentId;
      this.names.value = '';
    }
    if (missed !== '') this.names.value = missed;
  }
}
