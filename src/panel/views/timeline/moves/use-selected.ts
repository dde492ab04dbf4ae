import { untracked } from '@preact/signals';
import type { Store } from '#panel/store/store.ts';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { AXIS, LANE } from '#panel/views/axis/layout.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';

/**
 * Leads to a row that is selected: to its moment on the axis, and to its lane; and to the lane of a socket that is chosen. Only a selection does: an axis that
 * follows the newest goes on doing so, whatever was selected before.
 */
export function useSelected(
  store: Store,
  view: TimelineView,
  scroller: { readonly current: HTMLElement | null },
  drawing: Drawing,
): void {
  useFencedEffect(() => {
    const row = store.selected.value;
    if (row !== undefined) untracked(() => reveal(row));
  });
  useFencedEffect(() => {
    const last = [...store.sight.chosen.value].at(-1);
    if (last !== undefined) untracked(() => showLane(last));
  });
  const reveal = (row: number) => {
    const { rows } = store.session.value;
    view.reveal(rows.time(row));
    showLane(rows.socketIndex(row));
  };
  const showLane = (socket: number) => {
    const top = view.lanes.value.slots.of(socket) * LANE;
    const { height } = drawing.size.value;
    const nearest = Math.max(top + LANE + AXIS - height, Math.min(top, drawing.top.value));
    if (scroller.current && nearest !== drawing.top.value) scroller.current.scrollTop = nearest;
  };
}
