import { effect } from '@preact/signals';
import type { Store } from '#panel/store/store.ts';
import type { Journal } from './journal.ts';
import { viewOf } from './view.ts';

/** How long the browser may be busy before something is written all the same, in ms. */
const PATIENCE = 1000;

/** Keeps a journal up to what the panel has, while the browser has nothing else to do. */
export function keepUp(journal: Journal, store: Store): void {
  let waiting = false;
  let refused = false;
  let busy = false;
  /** What is in memory is on screen all the same: only a panel that is loaded again would miss it. */
  const refuse = (reason: unknown) => {
    refused = true;
    // Payloads may need the room.
    void journal.drop().catch(console.error);
    // Where the disk has refused payloads too, that is told already, and says more.
    if (store.notice.peek()?.level !== 'error')
      store.tell({ level: 'error', key: 'journalRefused', details: [String(reason)] });
  };
  const write = async () => {
    busy = true;
    try {
      waiting = !(await journal.write());
      if (waiting) requestIdleCallback(write, { timeout: PATIENCE });
    } catch (reason) {
      refuse(reason);
    } finally {
      busy = false;
    }
  };
  // At once: a file is not written in the moment in which the panel goes.
  effect(() => {
    void store.sessions.file.value;
    if (!refused) journal.writeContent().catch(refuse);
  });
  effect(() => {
    viewOf(store);
    void store.revision.value;
    void store.sessions.recording.value;
    void store.sessions.file.value;
    if (waiting || refused) return;
    waiting = true;
    requestIdleCallback(write, { timeout: PATIENCE });
  });
  addEventListener('pagehide', () => {
    if (!refused && !journal.writeLast() && !busy) journal.write().catch(console.error);
  });
}
