import { useLayoutEffect, useRef } from 'preact/hooks';
import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { say, sayCount } from '#panel/words.ts';
import { isSure, walk } from './walk.ts';

type Step = 1 | -1 | 0;

/** Walks through the rows that have what is looked for. They are found in slices: a step waits for its hit. */
export function Find({ store, onClose }: { store: Store; onClose: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  const step = useStep(store);
  useLayoutEffect(() => box.current?.focus(), []);
  const error = store.sight.findError.value;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || event.key === 'F3') step(event.shiftKey ? -1 : 1);
    else return;
    claim(event);
  };
  return (
    <search class="find-bar" aria-label={say('find')} onKeyDown={onKeyDown}>
      <input
        ref={box}
        type="search"
        aria-label={say('findBox')}
        placeholder={say('findHint')}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={error !== undefined}
        aria-describedby="find-count"
        value={store.sight.find.value}
        onInput={({ currentTarget }) => {
          store.sight.setFind(currentTarget.value);
          step(0);
        }}
      />
      <span id="find-count" class="find-count" role="status">
        {error ? say(error.key, error.detail) : <Count store={store} />}
      </span>
      <button
        type="button"
        aria-label={say('findPrevious')}
        title={say('findPrevious')}
        onClick={() => step(-1)}
      >
        ↑
      </button>
      <button type="button" aria-label={say('findNext')} title={say('findNext')} onClick={() => step(1)}>
        ↓
      </button>
      <button type="button" aria-label={say('findClose')} title={say('findClose')} onClick={onClose}>
        ×
      </button>
    </search>
  );
}

function Count({ store }: { store: Store }) {
  store.found.value;
  const hits = store.sight.hits.value;
  if (!hits) return null;
  const more = store.sight.search.foundAll ? '' : '…';
  const selected = store.selected.value;
  const at = selected === undefined ? undefined : hits.find(selected);
  if (at === undefined) return `${sayCount('hits', hits.length)}${more}`;
  return `${say('hitOf', countText(at + 1), countText(hits.length))}${more}`;
}

/** Takes a step from the selected row, as soon as it is known where it leads. */
function useStep(store: Store): (by: Step) => void {
  const wanted = useRef<Step>(undefined);
  const tryStep = () => {
    const by = wanted.current;
    const hits = store.sight.hits.peek();
    if (by === undefined || !hits) return;
    const from = store.selected.peek();
    if (!store.sight.search.foundAll && !isSure(hits, from, by)) return;
    wanted.current = undefined;
    const at = walk(hits, from, by);
    if (at !== undefined) store.select(hits.at(at));
  };
  useFencedEffect(() => {
    store.found.value;
    tryStep();
  });
  return (by) => {
    wanted.current = by;
    tryStep();
  };
}
