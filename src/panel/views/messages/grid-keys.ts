import type { Listing } from '#model';
import type { Store } from '#panel/store.ts';
import type { MessageActions } from '../actions.ts';

/** Moves the selection, or acts on the selected row. `page` is how many rows a page has. */
export function onGridKey(event: KeyboardEvent, store: Store, actions: MessageActions, page: number): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const table = store.table.peek();
  const selected = store.selected.peek();
  const at = (selected === undefined ? undefined : table.find(selected)) ?? -1;
  const to = target(event.key, at, page, table);
  if (to !== undefined) store.select(table.at(to));
  else if (!act(event.key, store, actions)) return;
  event.preventDefault();
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

function act(key: string, store: Store, actions: MessageActions): boolean {
  const index = store.selected.peek();
  const row = index === undefined ? undefined : store.session.peek().rows.get(index);
  const action = { r: actions.resend, e: actions.edit, i: actions.inject }[key.toLowerCase()];
  if (key === 'Escape') store.select(undefined);
  else if (row?.form !== undefined && action) action(row);
  else return false;
  return true;
}
