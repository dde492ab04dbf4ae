import { useSignal, useSignalEffect } from '@preact/signals';
import { useCallback } from 'preact/hooks';

/**
 * Brings what a view does beside being drawn (in effects, in frames) within its fence: what is thrown there is thrown
 * again where the view is drawn. Otherwise it would reach who changed a signal, or nobody.
 */
export function useFenced(): <T>(act: () => T) => () => T | undefined {
  const thrown = useSignal<{ readonly reason: unknown } | undefined>(undefined);
  if (thrown.value) throw thrown.value.reason;
  return useCallback(
    (act) => () => {
      try {
        return act();
      } catch (reason) {
        thrown.value = { reason };
        return undefined;
      }
    },
    [],
  );
}

/** Does something when the signals change that it reads, within the view's fence. */
export function useFencedEffect(act: () => void): void {
  const fenced = useFenced();
  useSignalEffect(fenced(act));
}
