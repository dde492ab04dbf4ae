import { batch } from '@preact/signals';
import type { Session, Sort } from '#model';
import type { Range } from '#panel/search/conditions.ts';
import type { Store } from '#panel/store/store.ts';

/** The rows that are marked, with their notes. */
export type Marked = readonly (readonly [row: number, note: string])[];

/** What a person has done to what is on screen. */
export interface View {
  readonly filter: string;
  readonly messagesOnly: boolean;
  readonly chosen: ReadonlySet<number>;
  readonly range: Range | undefined;
  readonly sort: Sort | undefined;
  readonly find: string;
  readonly selected: number | undefined;
  readonly follow: boolean;
  /** How many rows there are for a view that stands still. */
  readonly frozen: number | undefined;
  readonly pinned: number | undefined;
  readonly marked: Marked;
}

/** Reads signals: who is called within an effect hears of every change. */
export const viewOf = ({ sight, session, selected, pinned, follow }: Store): View => ({
  filter: sight.filter.value,
  messagesOnly: sight.messagesOnly.value,
  chosen: sight.chosen.value,
  range: sight.range.value,
  sort: sight.sort.value,
  find: sight.find.value,
  selected: selected.value,
  follow: follow.value,
  frozen: sight.frozen.value,
  pinned: pinned.value,
  marked: [...session.value.rows.marked],
});

/** Marks these rows, and no others. */
export function mark({ rows }: Session, marked: Marked): void {
  for (const [row] of [...rows.marked]) rows.annotate(row, undefined);
  for (const [row, note] of marked) rows.annotate(row, note);
}

/** Has the session that is on screen looked at as it was. */
export function showAs(store: Store, view: View): void {
  const { sight, session, selected, pinned, follow } = store;
  batch(() => {
    mark(session.peek(), view.marked);
    follow.value = view.follow;
    sight.showMessagesOnly(view.messagesOnly);
    sight.setFilter(view.filter);
    sight.choose(view.chosen);
    sight.setRange(view.range);
    sight.setSort(view.sort);
    sight.setFind(view.find);
    sight.freeze(view.frozen);
    selected.value = view.selected;
    pinned.value = view.pinned;
  });
}
