import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import { leadTo } from './in-context.ts';
import './row-link.css';

/** Leads to a row of the table, also to one that the filter hides. */
export const RowLink = ({ row, store }: { row: number; store: Store }) => (
  <button
    type="button"
    class="row-link"
    title={say('showRowTitle', countText(row + 1))}
    onClick={() => leadTo(store, row)}
  >
    {say('showRow')}
  </button>
);
