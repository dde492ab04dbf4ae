import type { Store } from '#panel/store/store.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

/** How often what is followed moves on by itself, in ms. */
const EVERY = 250;

/** Goes on with the clock while the newest of a page is followed: silence is seen as it grows. */
export function usePassing(store: Store, view: TimelineView): void {
  useFencedEffect(() => {
    if (view.focus.value.kind !== 'newest' || store.sessions.file.value) return;
    const clock = setInterval(() => view.pass(Date.now()), EVERY);
    return () => clearInterval(clock);
  });
}
