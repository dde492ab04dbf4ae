import { effect } from '@preact/signals';
import { now, soon } from '#panel/search/moments.ts';
import type { Store } from './store.ts';

/** How much of an idle time is used before the browser gets to answer, in ms. */
const SLICE = 8;

/** Makes the signatures of the session on screen while the browser has nothing else to do. */
export function signWhenIdle(store: Store): void {
  let waiting = false;
  const sign = (idle: IdleDeadline) => {
    const done = store.session.peek().signatures.advance(now() + Math.min(idle.timeRemaining(), SLICE), now);
    waiting = !done;
    if (done) return;
    // Browsers give up to 50 ms, and would not interrupt who uses them.
    if (idle.timeRemaining() > SLICE) soon(() => sign(idle));
    else requestIdleCallback(sign);
  };
  effect(() => {
    void store.session.value;
    void store.revision.value;
    void store.found.value;
    if (waiting) return;
    waiting = true;
    requestIdleCallback(sign);
  });
}
