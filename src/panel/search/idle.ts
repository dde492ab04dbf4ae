import { effect } from '@preact/signals';
import type { Store } from '#panel/store.ts';

/** How much of an idle time is used at most, in ms: what a person does next does not wait for more. */
const SLICE = 8;

const now = () => performance.now();

/** Makes the signatures of the session on screen while the browser has nothing else to do. */
export function signWhenIdle(store: Store): void {
  let waiting = false;
  const sign = (idle: IdleDeadline) => {
    waiting = false;
    const deadline = now() + Math.min(idle.timeRemaining(), SLICE);
    if (!store.session.peek().signatures.advance(deadline, now)) wait();
  };
  const wait = () => {
    if (waiting) return;
    waiting = true;
    requestIdleCallback(sign);
  };
  effect(() => {
    void store.session.value;
    void store.revision.value;
    void store.found.value;
    wait();
  });
}
