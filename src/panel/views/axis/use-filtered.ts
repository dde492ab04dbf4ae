import type { Store } from '#panel/store/store.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

/**
 * Draws what the filter makes look different, when all of that is found: in the frames before, the table needs the time.
 */
export function useFiltered({ sight, found }: Store, draw: () => void): void {
  useFencedEffect(() => {
    const isFiltered = sight.filter.value !== '';
    if (isFiltered) void found.value;
    if (!isFiltered || sight.search.progress === 1) draw();
  });
}
