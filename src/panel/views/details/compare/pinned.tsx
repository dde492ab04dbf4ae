import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import './compare.css';

/** The message that others are compared with, and the way to be rid of it: seen in every tab. */
export function Pinned({ store }: { store: Store }) {
  const row = store.pinned.value;
  if (row === undefined) return null;
  return (
    <span class="badge compare-pinned">
      <button type="button" onClick={() => store.select(row)}>
        {say('comparePinned', countText(row + 1))}
      </button>
      <button
        type="button"
        aria-label={say('compareUnpin')}
        title={say('compareUnpin')}
        onClick={() => {
          store.pinned.value = undefined;
        }}
      >
        ×
      </button>
    </span>
  );
}
