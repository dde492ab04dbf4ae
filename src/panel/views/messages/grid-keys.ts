import type { Listing } from '#model';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { keyOf } from '#panel/views/keys/combination.ts';
import { toggleMark, writeNote } from './mark.tsx';

/** What the table itself does at a key. */
export interface GridMoves {
  /** How many rows a page has. */
  readonly page: number;
  readonly nextTimeMode: () => void;
  readonly openColumns: () => void;
}

/** Moves the selection, or acts on the selected row or the table. */
export function onGridKey(
  event: KeyboardEvent,
  store: Store,
  actions: MessageActions,
  moves: GridMoves,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const table = store.sight.table.peek();
  const selected = store.selected.peek();
  const at = (selected === undefined ? undefined : table.find(selected)) ?? -1;
  const to = target(event.key, at, moves.page, table);
  if (to !== undefined) store.select(table.at(to));
  else if (event.shiftKey || !act(keyOf(event), store, actions, moves)) return;
  claim(event);
}

/** The position that a key leads to from the selected one (-1 for none); `undefined` where it leads nowhere. */
function target(key: string, at: number, page: number, { length }: Listing): number | undefined {
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

function act(key: string, store: Store, actions: MessageActions, moves: GridMoves): boolean {
  const index = store.selected.peek();
  if (index !== undefined && key === 'm') toggleMark(store, index);
  else if (index !== undefined && key === 'n') writeNote(store, index);
  else if (key === 't') moves.nextTimeMode();
  else if (key === 'c') moves.openColumns();
  else if (key === 'o') store.sight.showMessagesOnly(!store.sight.messagesOnly.peek());
  else return actOnMessage(key, store, actions);
  return true;
}

function actOnMessage(key: string, store: Store, actions: MessageActions): boolean {
  const index = store.selected.peek();
  const row = index === undefined ? undefined : store.session.peek().rows.get(index);
  const action = { r: actions.resend, e: actions.edit, i: actions.inject }[key.toLowerCase()];
  if (key === 'Escape') store.select(undefined);
  else if (row?.form !== undefined && action) action(row);
  else return false;
  return true;
}
