import { untracked, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { type Row, type SortKey, sortKeys } from '#model';
import { Kept } from '#panel/settings/kept.ts';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { FindBar } from '#panel/views/find/find-bar.tsx';
import { useWidth } from '#panel/views/layout/use-width.ts';
import { type RowsControl, VirtualRows } from '#panel/views/rows/virtual-rows.tsx';
import { say } from '#panel/words.ts';
import {
  forRows,
  isNarrow,
  layOut,
  nextTimeMode,
  readColumns,
  usualColumns,
  withWidth,
} from './columns/columns.ts';
import { ColumnsMenu } from './columns/columns-menu.tsx';
import { GridHeader, HEADER_HEIGHT, nextSort } from './columns/grid-header.tsx';
import { useEntering } from './entering.ts';
import { onGridKey } from './grid-keys.ts';
import { NewestPill } from './newest-pill.tsx';
import { lineFor, MessageRow } from './row/message-row.tsx';
import { pageStart } from './row/page-start.tsx';
import { timeBase } from './row/row-time.ts';
import { TableNote } from './table-note.tsx';
import { useHeld } from './use-held.ts';
import { useWholeLines } from './use-whole-lines.ts';
import './message-grid.css';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

const ROW_HEIGHT = 20;

interface Props {
  readonly store: Store;
  readonly actions: MessageActions;
  /** A right click, or a key that may ask for a menu. */
  readonly onMenu: (event: MouseEvent | KeyboardEvent) => void;
  /** A row is to be compared with the selected one; whether it was. */
  readonly onCompare: (row: number) => boolean;
}

/** The messages table: every row that the filter passes, of which only those in view are in the document. */
export function MessageGrid({ store, actions, onMenu, onCompare }: Props) {
  const control = useRef<RowsControl>(undefined);
  const section = useRef<HTMLElement>(null);
  const menu = useSignal(false);
  const columns = useMemo(() => new Kept('columns', usualColumns, readColumns), []);
  store.found.value;
  const session = store.session.value;
  const shownSockets = store.sight.chosen.value.size || session.sockets.length;
  const fitting = forRows(columns.value, session.rows.length, shownSockets);
  const { shown, template, rest } = layOut(fitting, useWidth(section));
  const result = store.sight.result.value;
  const table = store.sight.table.value;
  const selected = store.selected.value;
  const { follow } = store;
  const { held, handlers } = useHeld();
  const sort = store.sight.sort.value;
  const frozen = store.sight.frozen.value;

  useFencedEffect(() => {
    const row = store.selected.value;
    // Only a selection leads to its row: where the table is moved or sorted later, it stays where one put it.
    untracked(() => {
      const position = row === undefined ? undefined : store.sight.table.value.find(row);
      if (position !== undefined) control.current?.reveal(position);
    });
  });

  useEntering(store, control);

  const sortBy = (column: SortKey) => {
    store.sight.setSort(nextSort(store.sight.sort.peek(), column));
    control.current?.reveal(0);
  };
  const moves = () => ({
    page: control.current?.page() ?? 1,
    nextTimeMode: () => {
      columns.value = nextTimeMode(columns.value);
    },
    openColumns: () => {
      menu.value = true;
    },
  });
  const wantLine = useWholeLines(session.rows);
  const selectedTime = selected === undefined ? undefined : session.rows.time(selected);
  /** The row before, in the order of the session. */
  const before = ({ index }: Row) => {
    const position = result.position(index);
    return position === 0 ? undefined : result.at(position - 1);
  };
  const rowAt = (position: number, slot: number) => {
    const row = position < table.length ? session.rows.get(table.at(position)) : undefined;
    if (!row) return null;
    if (row.away) wantLine(row.away.pack);
    const above = before(row);
    const previous = above === undefined ? undefined : session.rows.time(above);
    const bases = { session: session.start, selected: selectedTime, previous };
    return (
      <MessageRow
        key={slot}
        row={row}
        position={position}
        previous={previous}
        base={timeBase(columns.value.time, row, bases)}
        page={sort ? undefined : pageStart(session, row, above)}
        selected={row.index === selected}
        highlight={store.sight.highlight.value}
        paths={store.sight.paths.value}
        line={lineFor(rest)}
        onSelect={(index, { ctrlKey, metaKey }) => {
          if (!((ctrlKey || metaKey) && onCompare(index))) store.select(index);
        }}
      />
    );
  };

  return (
    <section class="messages" ref={section}>
      <FindBar
        store={store}
        onClose={() => section.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
      />
      <div class="messages-table">
        <VirtualRows
          class={`message-grid ${sortKeys
            .filter((key) => !shown.includes(key))
            .map((key) => `no-${key}`)
            .join(' ')} ${isNarrow(fitting) ? 'narrow-socket' : ''}`}
          style={{ '--columns': template }}
          role="grid"
          tabIndex={0}
          aria-label={say('messages')}
          aria-rowcount={table.length + 1}
          aria-activedescendant={selected === undefined ? undefined : `row-${selected}`}
          onKeyDown={(event) => {
            onMenu(event);
            onGridKey(event, store, actions, moves());
          }}
          onContextMenu={onMenu}
          list={table}
          count={table.length}
          before={table.before}
          rowHeight={ROW_HEIGHT}
          header={
            <GridHeader
              columns={fitting}
              sort={sort}
              onSort={sortBy}
              onWidth={(column, width) => {
                columns.value = withWidth(columns.value, column, width);
              }}
            />
          }
          headerHeight={HEADER_HEIGHT}
          // In another order the newest is not at the end.
          {...(!sort && { follow })}
          held={held.value}
          kept={{ row: selected, position: selected === undefined ? undefined : table.find(selected) }}
          {...handlers}
          control={control}
          row={rowAt}
        />
        <ColumnsMenu open={menu} columns={columns} sort={sort} onSort={sortBy} />
        <TableNote store={store} />
        {sort && (
          <button type="button" class="framed to-newest" onClick={() => store.sight.setSort(undefined)}>
            {say('toNaturalOrder')}
          </button>
        )}
        {!sort && (
          <NewestPill
            table={table}
            waiting={frozen === undefined ? undefined : session.rows.length - frozen}
            moving={follow.value && !held.value}
            onNewest={() => {
              held.value = false;
              if (frozen !== undefined) store.sight.freeze();
              control.current?.toEnd();
            }}
          />
        )}
      </div>
    </section>
  );
}
