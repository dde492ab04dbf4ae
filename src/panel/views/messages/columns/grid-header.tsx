import { type Sort, type SortKey, sortKeys } from '#model';
import { say } from '#panel/words.ts';
import { type Columns, widthOf } from './columns.ts';

/** Height of the header in CSS px, as the rows below it are laid out by number. */
export const HEADER_HEIGHT = 22;

interface Props {
  readonly columns: Columns;
  readonly sort: Sort | undefined;
  readonly onSort: (column: SortKey) => void;
  /** A column is to have another width, in CSS px. */
  readonly onWidth: (column: SortKey, width: number) => void;
}

/** The names of the columns: a click sorts, the bar at the end of each sizes it. The menu has both for keys. */
export const GridHeader = ({ columns, sort, onSort, onWidth }: Props) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus
  <div class="message-row grid-header" role="row" aria-rowindex={1}>
    {sortKeys.map((column) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus
      <div
        key={column}
        role="columnheader"
        class={`cell-${column}`}
        aria-label={say(`column_${column}_full`)}
        aria-sort={ariaSort(sort, column)}
        title={say(`column_${column}_full`)}
      >
        <button type="button" class="sort-by" tabIndex={-1} onClick={() => onSort(column)}>
          {say(`column_${column}`)}
          {sort?.key === column && <span aria-hidden="true">{sort.descending ? '▼' : '▲'}</span>}
        </button>
        {column !== 'preview' && (
          <WidthBar width={widthOf(columns, column)} onWidth={(width) => onWidth(column, width)} />
        )}
      </div>
    ))}
  </div>
);

/** The order that a click on a column makes: rising, then falling, then that of the session. */
export function nextSort(sort: Sort | undefined, key: SortKey): Sort | undefined {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? undefined : { key, descending: true };
}

function ariaSort(sort: Sort | undefined, column: SortKey) {
  if (sort?.key !== column) return undefined;
  return sort.descending ? ('descending' as const) : ('ascending' as const);
}

function WidthBar({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(width + event.movementX);
  };
  return (
    <span
      class="width-bar"
      aria-hidden="true"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
