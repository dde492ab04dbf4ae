import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Result, Row } from '#model';
import type { Store } from '#panel/store.ts';
import { say } from '#panel/words.ts';
import type { MessageActions } from '../actions.ts';
import { type RowsControl, VirtualRows } from '../rows/virtual-rows.tsx';
import { GridHeader, HEADER_HEIGHT } from './grid-header.tsx';
import { MessageRow } from './message-row.tsx';
import './message-grid.css';

const ROW_HEIGHT = 20;

/** The messages table: every row that the filter passes, of which only those in view are in the document. */
export function MessageGrid({ store, actions }: { store: Store; actions: MessageActions }) {
  const control = useRef<RowsControl>(undefined);
  const follow = useSignal(true);
  store.revision.value;
  const session = store.session.value;
  const result = store.result.value;
  const selected = store.selected.value;

  useSignalEffect(() => {
    const row = store.selected.value;
    const position = row === undefined ? undefined : positionOf(store.result.peek(), row);
    if (position !== undefined) control.current?.reveal(position);
  });

  const rowAt = (position: number): Row | undefined =>
    position < 0 || position >= result.length ? undefined : session.rows.get(result.at(position));

  return (
    <section class="messages">
      <VirtualRows
        class="message-grid"
        role="grid"
        tabIndex={0}
        aria-label={say('messages')}
        aria-rowcount={result.length + 1}
        aria-activedescendant={selected === undefined ? undefined : `row-${selected}`}
        onKeyDown={(event) => onKey(event, store, actions, control.current?.page() ?? 1)}
        count={result.length}
        rowHeight={ROW_HEIGHT}
        header={<GridHeader />}
        headerHeight={HEADER_HEIGHT}
        follow={follow}
        control={control}
        row={(position) => {
          const row = rowAt(position);
          return (
            row && (
              <MessageRow
                key={position}
                row={row}
                position={position}
                previous={rowAt(position - 1)?.time}
                selected={row.index === selected}
                highlight={store.highlight.value}
                onSelect={(index) => store.select(index)}
              />
            )
          );
        }}
      />
      {result.length === 0 && (
        <p class="messages-none">{say(session.rows.length === 0 ? 'nothingYet' : 'nothingFound')}</p>
      )}
      {!follow.value && (
        <button type="button" class="framed to-newest" onClick={() => control.current?.toEnd()}>
          ↓ {say('toNewest')}
        </button>
      )}
    </section>
  );
}

/** Position of a row in the table; `undefined` where it is not in it. */
function positionOf(result: Result, row: number): number | undefined {
  const position = result.position(row);
  return position < result.length && result.at(position) === row ? position : undefined;
}

/** Moves the selection, or acts on the selected row. `page` is how many rows a page has. */
function onKey(event: KeyboardEvent, store: Store, actions: MessageActions, page: number): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const result = store.result.peek();
  const selected = store.selected.peek();
  const at = (selected === undefined ? undefined : positionOf(result, selected)) ?? -1;
  const to = target(event.key, at, page, result.length);
  if (to !== undefined) store.select(result.at(to));
  else if (!act(event.key, store, actions)) return;
  event.preventDefault();
}

/** The position that a key leads to from the selected one (-1 for none); `undefined` where it leads nowhere. */
function target(key: string, at: number, page: number, length: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? length - 1 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: length - 1,
  };
  const to = length > 0 && Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? undefined : Math.max(0, Math.min(length - 1, to));
}

function act(key: string, store: Store, actions: MessageActions): boolean {
  const index = store.selected.peek();
  const row = index === undefined ? undefined : store.session.peek().rows.get(index);
  const action = { r: actions.resend, e: actions.edit, i: actions.inject }[key.toLowerCase()];
  if (key === 'Escape') store.select(undefined);
  else if (row?.form !== undefined && action) action(row);
  else return false;
  return true;
}
