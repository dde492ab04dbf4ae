import type { Store } from '#panel/store/store.ts';

/** Shows every row of the session. */
export function showAll({ sight }: Store): void {
  sight.setFilter('');
  sight.showMessagesOnly(false);
  sight.choose(new Set());
  sight.setRange(undefined);
}

/** Selects a row; where it is not in the table, shows it among all that are around it. */
export function leadTo(store: Store, row: number): void {
  if (store.sight.narrowed && store.sight.table.peek().find(row) === undefined) showInContext(store, row);
  else store.select(row);
}

/** Shows a row among all that are around it. */
export function showInContext(store: Store, row: number): void {
  store.select(row);
  showAll(store);
}
