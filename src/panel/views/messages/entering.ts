import { signal } from '@preact/signals';
import type { Store } from '#panel/store/store.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { focusTable } from '#panel/views/keys/parts.ts';
import type { RowsControl } from '#panel/views/rows/virtual-rows.tsx';

/** Whether a row is to be selected as soon as all are found. */
const entering = signal(false);

/** Leads into the table: to the selected row, or else to one that is in view. */
export function enterTable(): void {
  focusTable();
  entering.value = true;
}

/** Selects a row for who has been led into the table: the newest where that is shown, else the first in view. */
export function useEntering(store: Store, control: { readonly current: RowsControl | undefined }): void {
  useFencedEffect(() => {
    store.found.value;
    if (!entering.value || store.sight.search.progress < 1) return;
    entering.value = false;
    const table = store.sight.table.peek();
    if (table.length === 0 || table.find(store.selected.peek() ?? -1) !== undefined) return;
    const at = store.follow.peek() ? table.length - 1 : (control.current?.top() ?? 0);
    store.select(table.at(Math.min(at, table.length - 1)));
  });
}
