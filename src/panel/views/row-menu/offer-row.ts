import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { asksForMenu, type Offer, offer, placeOf } from '#panel/views/menu/context-menu.tsx';
import { rowMenu } from './row-menu.ts';

const ROW = '[role=row][aria-selected]';

/** Opens the menu of the row that a right click was on, or of the selected one where a key asks for it. */
export function offerRow(event: MouseEvent | KeyboardEvent, store: Store, actions: MessageActions): void {
  if (event instanceof KeyboardEvent && !asksForMenu(event)) return;
  const target = event.target instanceof Element ? event.target : null;
  const clicked = target?.closest(ROW);
  const row = clicked ?? target?.querySelector(`${ROW}[aria-selected=true]`);
  if (!row) return;
  event.preventDefault();
  const place = clicked && event instanceof MouseEvent ? placeOf(event) : { of: row.getBoundingClientRect() };
  offerAt(Number(row.id.slice('row-'.length)), place, store, actions);
}

function offerAt(
  index: number,
  place: Pick<Offer, 'of' | 'pressed'>,
  store: Store,
  actions: MessageActions,
): void {
  const row = store.session.peek().rows.get(index);
  if (row) offer({ label: `#${countText(index + 1)}`, groups: rowMenu(row, store, actions), ...place });
}
