import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What a module that is fetched when first needed gives; `undefined` until it is there. `load` must not change. */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const loaded = useSignal<T | undefined>(undefined);
  useEffect(() => {
    void load().then((module) => {
      loaded.value = module;
    });
  }, []);
  return loaded.value;
}
