import { untracked } from '@preact/signals';
import type { Store } from '#panel/store/store.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

/**
 * Leads to a row that is selected: to its moment on the axis, and to its lane; and to the lane of a socket that is chosen. Only a selection does: an axis that
 * follows the newest goes on doing so, whatever was selected before.
 */
export function useSelected(store: Store, view: TimelineView, reveal: (position: number) => void): void {
  useFencedEffect(() => {
    const row = store.selected.value;
    if (row !== undefined) untracked(() => revealRow(row));
  });
  useFencedEffect(() => {
    const last = [...store.sight.chosen.value].at(-1);
    if (last !== undefined) untracked(() => revealLane(last));
  });
  const revealRow = (row: number) => {
    const { rows } = store.session.value;
    view.reveal(rows.time(row));
    revealLane(rows.socketIndex(row));
  };
  const revealLane = (socket: number) => {
    const position = view.lanes.value.slots.of(socket);
    if (position >= 0) reveal(position);
  };
}
