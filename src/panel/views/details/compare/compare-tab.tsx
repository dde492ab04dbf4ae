import type { Signal } from '@preact/signals';
import { type Data, previousOfShape, type Row, type Rows } from '#model';
import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { FromDisk } from '#panel/views/details/progress/from-disk.tsx';
import { useComing } from '#panel/views/details/progress/use-coming.ts';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { say } from '#panel/words.ts';
import { Differences } from './differences-view.tsx';
import { sidesOf } from './sides.ts';
import './compare.css';

/** The row that a person keeps to compare with; `undefined` for the previous of the same shape. */
export type Comparison = Signal<number | undefined>;

interface Props {
  readonly row: Row;
  readonly comparison: Comparison;
  readonly store: Store;
}

/** Up to this many bytes, both together, two payloads are compared. */
const LARGEST = 8_000_000;

/** What a message differs in from another. */
export function CompareTab({ row, comparison, store }: Props) {
  const kept = comparison.value;
  const { rows } = store.session.value;
  const chosen = kept === row.index ? undefined : kept;
  const found = useComing(() => chosen ?? previousOfShape(rows, row.index), [rows, row.index, chosen]);
  const other = rows.get((found.state === 'here' ? found.value : undefined) ?? -1);
  const keep = (index: number | undefined) => {
    comparison.value = index;
  };
  return (
    <>
      <div class="compare-bar">
        <span class="compare-what">
          {other && say('compareWhat', countText(other.index + 1), countText(row.index + 1))}
        </span>
        <button type="button" title={say('compareKeepTitle')} onClick={() => keep(row.index)}>
          {say('compareKeep')}
        </button>
        {kept !== undefined && (
          <button type="button" title={say('comparePreviousTitle')} onClick={() => keep(undefined)}>
            {say('comparePrevious')}
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
