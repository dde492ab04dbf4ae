import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { previousOfShape, type Row } from '#model';
import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store.ts';
import { say } from '#panel/words.ts';
import { useSteps } from '../use-steps.ts';
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
  const previous = useMemo(() => previousOfShape(rows, row.index), [rows, row.index, row.data]);
  const other = rows.get((kept === row.index ? undefined : kept) ?? previous ?? -1);
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
      <Compared row={row} other={other} />
    </>
  );
}

function Compared({ row, other }: { row: Row; other: Row | undefined }) {
  if (!other) return <p class="details-none">{say('compareNone')}</p>;
  if (row.size + other.size > LARGEST) return <p class="details-none">{say('compareTooLarge')}</p>;
  return <Both key={`${other.index} ${row.index}`} before={other} after={row} />;
}

function Both({ before, after }: { before: Row; after: Row }) {
  const sides = useSteps(() => sidesOf(before.data, after.data), [before.data, after.data]);
  return sides.done ? <Differences sides={sides.value} /> : null;
}
