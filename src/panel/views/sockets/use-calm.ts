import { untracked, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import { tick } from '#panel/tick.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

/** For how long a view that looks at every socket rests after each time, in ms for each of them. */
const REST = 0.1;

/**
 * A number that moves when the session has changed, as `store.revision` does, but the more rarely the more sockets it
 * has: at once for those of any usual page, once a second for 10,000. For views that look at all of them.
 */
export function useCalm({ session, revision }: Store): number {
  const calm = useSignal(0);
  const last = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const move = () => {
    timer.current = undefined;
    last.current = performance.now();
    tick(calm);
  };
  useFencedEffect(() => {
    revision.value;
    const rest = session.value.sockets.length * REST;
    untracked(() => {
      const left = last.current + rest - performance.now();
      if (left <= 0) move();
      else timer.current ??= setTimeout(move, left);
    });
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return calm.value;
}
