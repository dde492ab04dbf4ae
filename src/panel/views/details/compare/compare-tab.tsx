import { type Data, type Row, type Rows, type Similar, similarTo } from '#model';
import { countText } from '#panel/figures.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import { FromDisk } from '#panel/views/details/progress/from-disk.tsx';
import { useComing } from '#panel/views/details/progress/use-coming.ts';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { say } from '#panel/words.ts';
import { Differences } from './differences-view.tsx';
import { sidesOf } from './sides.ts';
import './compare.css';

interface Props {
  readonly row: Row;
  readonly store: Store;
}

/** Up to this many bytes, both together, two payloads are compared. */
const LARGEST = 8_000_000;

/** What a message differs in from another. */
export function CompareTab({ row, store }: Props) {
  const pinned = store.pinned.value;
  const { rows } = store.session.value;
  const chosen = pinned === row.index ? undefined : pinned;
  const found = useComing(
    () => (chosen === undefined ? similarTo(rows, row.index) : undefined),
    [rows, row.index, chosen],
  );
  const similar = found.state === 'here' ? found.value : undefined;
  const other = rows.get(chosen ?? similar?.row ?? -1);
  return (
    <>
      <div class="compare-bar">
        <span class="compare-what">
          {other && say('compareWhat', countText(other.index + 1), countText(row.index + 1))}
          {similar && <span class="faint"> · {likenessText(similar)}</span>}
        </span>
        <button
          type="button"
          title={say('compareChangesOnlyTitle')}
          aria-pressed={settings.changesOnly.value}
          onClick={() => {
            settings.changesOnly.value = !settings.changesOnly.value;
          }}
        >
          {say('compareChangesOnly')}
        </button>
        {pinned !== row.index && (
          <button
            type="button"
            title={say('compareKeepTitle')}
            onClick={() => {
              store.pinned.value = row.index;
            }}
          >
            {say('compareKeep')}
          </button>
        )}
      </div>
      {found.state === 'here' ? (
        <Compared row={row} other={other} rows={rows} />
      ) : (
        <FromDisk coming={found} />
      )}
    </>
  );
}

/** What the messages have in common, so that it is seen why it is this one. */
const likenessText = ({ by, telling }: Similar) => {
  if (by === 'values' || (by === 'kind' && telling.length > 0))
    return say('compareBy_values', telling.join(', '));
  return say(`compareBy_${by}`);
};

interface TwoRows {
  readonly row: Row;
  readonly other: Row | undefined;
  readonly rows: Rows;
}

function Compared({ row, other, rows }: TwoRows) {
  const payload = useComing(() => rows.payloads.bring(other?.index ?? -1), [rows, other?.index]);
  if (!other) return <p class="details-none">{say('compareNone')}</p>;
  if (row.size + other.size > LARGEST) return <p class="details-none">{say('compareTooLarge')}</p>;
  if (payload.state !== 'here') return <FromDisk coming={payload} />;
  return <Both key={`${other.index} ${row.index}`} before={payload.value} after={row.data} />;
}

function Both({ before, after }: { before: Data; after: Data }) {
  const sides = useSteps(() => sidesOf(before, after), [before, after]);
  return sides.done ? <Differences sides={sides.value} /> : null;
}
