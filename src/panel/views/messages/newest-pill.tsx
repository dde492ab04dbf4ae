import { useRef } from 'preact/hooks';
import type { Listing } from '#model';
import { say, sayCount } from '#panel/words.ts';

interface Props {
  readonly table: Listing;
  /** How many rows have come since the view stands still; absent where it goes on. */
  readonly waiting: number | undefined;
  /** Whether the table shows the newest as it comes. */
  readonly moving: boolean;
  readonly onNewest: () => void;
}

/** Leads back to the newest row where the table does not show it, and says how many have come meanwhile. */
export function NewestPill({ table, waiting, moving, onNewest }: Props) {
  const seen = useRef({ table, length: table.length });
  if (moving || seen.current.table !== table) seen.current = { table, length: table.length };
  if (moving && waiting === undefined) return null;
  const fresh = waiting ?? table.length - seen.current.length;
  return (
    <button type="button" class="framed to-newest" title={say('toNewest')} onClick={onNewest}>
      ↓ {fresh > 0 ? sayCount('newRows', fresh) : say('toNewest')}
    </button>
  );
}
