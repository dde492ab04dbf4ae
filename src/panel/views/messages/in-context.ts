import type { Store } from '#panel/store/store.ts';

/** Shows every row of the session. */
export function showAll({ sight }: Store): void {
  sight.setFilter('');
  sight.showMessagesOnly(false);
  sight.choose(new Set());
  sight.setRange(undefined);
}

/** Shows a row among all that are around it. */
export function showInContext(store: Store, row: number): void {
  store.select(row);
  showAll(store);
}
