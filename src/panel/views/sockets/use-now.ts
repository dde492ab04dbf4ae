import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** The time in ms since the epoch, moved on every second while `runs`. */
export function useNow(runs: boolean): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    if (!runs) return;
    const clock = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(clock);
  }, [runs]);
  return now.value;
}
