import { isMessage, type Row } from '#model';
import { countText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { copyPayload } from '#panel/views/details/actions/copy.ts';
import { copyItems } from '#panel/views/details/actions/copy-items.ts';
import { compareWithSelected } from '#panel/views/details/compare/compare.ts';
import type { MenuItem } from '#panel/views/menu/menu.tsx';
import { showInContext } from '#panel/views/messages/in-context.ts';
import { toggleMark, writeNote } from '#panel/views/messages/mark.tsx';
import { say } from '#panel/words.ts';

/** What can be done with a row, in groups for a menu. */
export const rowMenu = (row: Row, store: Store, actions: MessageActions): readonly (readonly MenuItem[])[] =>
  row.form === undefined
    ? [looking(row, store), marking(row, store)]
    : [
        copying(row, store),
        [...looking(row, store), comparing(row, store)],
        acting(row, actions),
        marking(row, store),
      ];

const copying = (row: Row, store: Store): readonly MenuItem[] => [
  {
    label: say('copyPayload'),
    onChoose: () => void copyPayload(row, row.form === 'text' ? 'text' : 'hex', store),
  },
  { label: say('copyAs'), items: copyItems(row, store) },
];

const looking = ({ index, socket }: Row, store: Store): readonly MenuItem[] => [
  { label: say('showInContext'), onChoose: () => showInContext(store, index) },
  {
    label: say('filterBySocket', countText(socket.index + 1)),
    onChoose: () => store.sight.choose(new Set([socket.index])),
  },
];

function comparing({ index }: Row, store: Store): MenuItem {
  const selected = store.selected.peek();
  const other =
    selected !== undefined && selected !== index && isMessage(store.session.peek().rows.type(selected));
  return {
    label: other ? say('compareWithRow', countText(selected + 1)) : say('compareWithSelected'),
    unavailable: other ? undefined : say('compareSelectOther'),
    onChoose: () => void compareWithSelected(store, index),
  };
}

/** What is done most often with what was sent is to send it again, with what was received to let it come again. */
function acting(row: Row, actions: MessageActions): readonly MenuItem[] {
  const resend = { label: say('resend'), keys: 'Ctrl+Enter', onChoose: () => actions.resend(row) };
  const inject = { label: say('inject'), keys: 'Ctrl+Shift+Enter', onChoose: () => actions.inject(row) };
  const edit = { label: say('editInComposer'), keys: 'E', onChoose: () => actions.edit(row) };
  return row.type === 'send' ? [resend, edit, inject] : [inject, edit, resend];
}

const marking = ({ index, note }: Row, store: Store): readonly MenuItem[] => [
  { label: say(note === undefined ? 'mark' : 'unmark'), keys: 'M', onChoose: () => toggleMark(store, index) },
  {
    label: say('writeNote'),
    keys: 'N',
    onChoose: () => {
      store.select(index);
      writeNote(store, index);
    },
  },
];
