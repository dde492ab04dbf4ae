import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Kept } from '#panel/settings/kept.ts';
import type { Store } from '#panel/store/store.ts';
import { forget, noFilters, readMemory, remember, toggleSaved } from './filter-memory.ts';
import { type FilterOption, filterOptions } from './filter-options.ts';

/** What the filter box and its list do: writing, going through what is offered, taking it, keeping filters. */
export function useFilterBox(store: Store) {
  const box = useRef<HTMLInputElement>(null);
  const memory = useMemo(() => new Kept('filters', noFilters, readMemory), []);
  const opened = useSignal(false);
  const caret = useSignal(0);
  const active = useSignal(-1);
  /** Where the caret has to stand once the box has been drawn anew. */
  const place = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (place.current === undefined) return;
    box.current?.setSelectionRange(place.current, place.current);
    place.current = undefined;
  });

  const text = store.sight.filter.value;
  const options = opened.value
    ? filterOptions({ text, caret: caret.value }, store.session.value, memory.value)
    : [];

  const open = (on: boolean) => {
    caret.value = box.current?.selectionStart ?? text.length;
    opened.value = on;
    active.value = -1;
  };
  const take = ({ kind, next }: FilterOption) => {
    place.current = caret.value = next.caret;
    store.sight.setFilter(next.text);
    // After the name of a field come its values; after those a person may be done.
    opened.value = kind === 'part' && next.text.charAt(next.caret - 1) === ':';
    active.value = -1;
  };
  const keep = () => {
    if (!store.sight.filterError.peek()) memory.value = remember(memory.value, store.sight.filter.peek());
  };
  return {
    box,
    options,
    active: active.value,
    saved: memory.value.saved.includes(text.trim()),
    open,
    take,
    keep,
    write: (written: string) => {
      store.sight.setFilter(written);
      open(true);
    },
    leave: () => {
      open(false);
      keep();
    },
    step: (by: 1 | -1) => {
      if (!opened.value) return open(true);
      const { length } = options;
      // One more place than there are options: in the box itself none is active.
      active.value = ((active.value + 1 + by + length + 1) % (length + 1)) - 1;
    },
    toggleSaved: () => {
      memory.value = toggleSaved(memory.value, text);
    },
    forget: (option: FilterOption) => {
      memory.value = forget(memory.value, option.text);
      active.value = -1;
    },
  };
}

export type FilterBox = ReturnType<typeof useFilterBox>;
