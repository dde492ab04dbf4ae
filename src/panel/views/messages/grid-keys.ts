import type { Listing, Row } from '#model';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { claim } from '#panel/views/keys/claim.ts';
import { combination, keyOf } from '#panel/views/keys/combination.ts';
import { enterPayload } from '#panel/views/keys/parts.ts';
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
  if (actOnPage(combination(event), store, actions)) claim(event);
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
  else if (key === 'Escape') store.select(undefined);
  else if (key === 'Enter' && index !== undefined) enterPayload();
  else {
    const message = key === 'e' ? selectedMessage(store) : undefined;
    if (message) actions.edit(message);
    return message !== undefined;
  }
  return true;
}

/** What acts on the page is not one letter: one may have meant to write it elsewhere. */
function actOnPage(pressed: string, store: Store, actions: MessageActions): boolean {
  const message = selectedMessage(store);
  const action = { 'Ctrl+Enter': actions.resend, 'Ctrl+Shift+Enter': actions.inject }[pressed];
  if (message) action?.(message);
  return action !== undefined;
}

function selectedMessage(store: Store): Row | undefined {
  const index = store.selected.peek();
  const row = index === undefined ? undefined : store.session.peek().rows.get(index);
  return row?.form === undefined ? undefined : row;
}
