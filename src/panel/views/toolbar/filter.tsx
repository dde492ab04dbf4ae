import { useEffect, useRef } from 'preact/hooks';
import type { Store } from '#panel/store.ts';
import { say } from '#panel/words.ts';
import { Icon } from './icons.tsx';

/** The filter box: the table follows as one types; what cannot be read is said beside it. */
export function Filter({ store }: { store: Store }) {
  const box = useRef<HTMLInputElement>(null);
  const error = store.filterError.value;
  useFilterKeys(box);
  return (
    <div class="filter">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        aria-label={say('filter')}
        placeholder={say('filterHint')}
        title={say('filterKeys')}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={error !== undefined}
        aria-describedby="filter-error"
        value={store.filter.value}
        onInput={(event) => store.setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          store.setFilter('');
        }}
      />
      <span id="filter-error" class="filter-error" role="alert">
        {error && say(error.key, error.detail)}
      </span>
    </div>
  );
}

/** `/`, and Ctrl+F or ⌘F, lead to the filter from wherever nothing is being written. */
function useFilterKeys(box: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const find = event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!find && (event.key !== '/' || isWriting(event.target))) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
