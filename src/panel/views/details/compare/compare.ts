import { withPart } from '#panel/settings/layout.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';

/** Shows what the selected message differs in from another, or, where none is given, from the previous similar one. */
export function compareWith(store: Store, row: number | undefined): void {
  store.pinned.value = row;
  settings.view.value = 'compare';
  settings.layout.value = withPart(settings.layout.value, 'details');
}

/** Compares a message with the one that is selected, which stays the one to compare with; whether there is one. */
export function compareWithSelected(store: Store, row: number): boolean {
  const selected = store.selected.peek();
  if (selected === undefined || selected === row) return false;
  compareWith(store, selected);
  store.select(row);
  return true;
}
