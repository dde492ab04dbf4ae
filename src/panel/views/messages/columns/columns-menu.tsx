import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Sort, type SortKey, sortKeys } from '#model';
import type { Kept } from '#panel/settings/kept.ts';
import { say } from '#panel/words.ts';
import {
  type Columns,
  MAX_WIDTH,
  MIN_WIDTH,
  timeModes,
  toggleColumn,
  widthOf,
  withWidth,
} from './columns.ts';
import './columns-menu.css';

interface Props {
  readonly open: Signal<boolean>;
  readonly columns: Kept<Columns>;
  readonly sort: Sort | undefined;
  readonly onSort: (column: SortKey) => void;
}

/** The button at the end of the header, and the menu of all that can be done with columns. */
export function ColumnsMenu({ open, ...props }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open.value) menu.current?.querySelector('select')?.focus();
  }, [open.value]);
  const close = () => {
    open.value = false;
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what comes from the controls in it
    <div
      class="columns-menu"
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) open.value = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open.value) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="columns-button"
        aria-label={say('columns')}
        title={say('columns')}
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <span aria-hidden="true">⋮</span>
      </button>
      {open.value && (
        <div ref={menu} class="columns-panel" role="dialog" aria-label={say('columns')}>
          <TimeModes columns={props.columns} />
          {sortKeys.map((column) => (
            <ColumnLine key={column} column={column} {...props} />
          ))}
        </div>
      )}
    </div>
  );
}

function TimeModes({ columns }: { columns: Kept<Columns> }) {
  const onChange = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }) => {
    const time = timeModes.find((mode) => mode === currentTarget.value);
    if (time) columns.value = { ...columns.value, time };
  };
  return (
    <label class="columns-time">
      {say('timeMode')}
      <select value={columns.value.time} onChange={onChange}>
        {timeModes.map((mode) => (
          <option key={mode} value={mode}>
            {say(`timeMode_${mode}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ColumnLine({ column, columns, sort, onSort }: Omit<Props, 'open'> & { column: SortKey }) {
  const name = say(`column_${column}_full`);
  const order = sort?.key === column ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div class="columns-line">
      <label>
        <input
          type="checkbox"
          disabled={column === 'preview'}
          checked={!columns.value.hidden.includes(column)}
          onChange={() => {
            columns.value = toggleColumn(columns.value, column);
          }}
        />
        {name}
      </label>
      <button
        type="button"
        class="framed"
        aria-label={`${say('sortBy', name)}: ${say(`sort_${order}`)}`}
        title={say(`sort_${order}`)}
        onClick={() => onSort(column)}
      >
        {{ none: '↕', ascending: '▲', descending: '▼' }[order]}
      </button>
      {column !== 'preview' && (
        <input
          type="number"
          aria-label={say('columnWidth', name)}
          title={say('columnWidth', name)}
          min={MIN_WIDTH}
          max={MAX_WIDTH}
          step={4}
          value={widthOf(columns.value, column)}
          onInput={({ currentTarget: { valueAsNumber } }) => {
            if (valueAsNumber >= MIN_WIDTH) columns.value = withWidth(columns.value, column, valueAsNumber);
          }}
        />
      )}
    </div>
  );
}
