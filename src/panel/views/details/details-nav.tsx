import type { Store } from '#panel/store/store.ts';
import { shape } from '#panel/views/layout/shape.ts';
import { say } from '#panel/words.ts';

/** Where the details lie over the table: the way back to it, and to the rows before and after. */
export function DetailsNav({ store }: { store: Store }) {
  if (shape.value !== 'tiny') return null;
  const step = (by: number) => {
    const table = store.sight.table.peek();
    const at = table.find(store.selected.peek() ?? -1);
    const to = at === undefined ? -1 : at + by;
    if (to >= 0 && to < table.length) store.select(table.at(to));
  };
  return (
    <nav class="details-nav" aria-label={say('details')}>
      <button type="button" onClick={() => store.select(undefined)}>
        ← {say('backToTable')}
      </button>
      <button
        type="button"
        aria-label={say('previousRow')}
        title={say('previousRow')}
        onClick={() => step(-1)}
      >
        ↑
      </button>
      <button type="button" aria-label={say('nextRow')} title={say('nextRow')} onClick={() => step(1)}>
        ↓
      </button>
    </nav>
  );
}
