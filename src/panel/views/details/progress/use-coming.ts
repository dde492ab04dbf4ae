import { useSignal } from '@preact/signals';
import type { Inputs } from 'preact/hooks';
import { useEffect, useMemo } from 'preact/hooks';

/** What is waited for: `reason` is what there was instead. */
export type Coming<T> =
  | { readonly state: 'coming' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: string };

/** Waits for what comes of `begin`, where that is not there at once. It is asked for anew when the inputs change. */
export function useComing<T>(begin: () => T | Promise<T>, inputs: Inputs): Coming<T> {
  const begun = useMemo(() => {
    const coming = begin();
    // What fails before the effect below has run is not unheard of: it is told there.
    if (coming instanceof Promise) coming.catch(() => undefined);
    return coming;
  }, inputs);
  const arrived = useSignal<{ readonly of: unknown; readonly what: Coming<T> } | undefined>(undefined);
  useEffect(() => {
    if (!(begun instanceof Promise)) return;
    const arrive = (what: Coming<T>) => {
      arrived.value = { of: begun, what };
    };
    let wanted = true;
    begun.then(
      (value) => wanted && arrive({ state: 'here', value }),
      (error) => wanted && arrive({ state: 'failed', reason: String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [begun]);
  if (!(begun instanceof Promise)) return { state: 'here', value: begun };
  return arrived.value?.of === begun ? arrived.value.what : { state: 'coming' };
}
