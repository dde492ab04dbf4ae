import { byteLength, type Row } from '#model';
import { wholeRow } from '#panel/disk/whole-row.ts';
import { saveFile } from '#panel/files/files.ts';
import type { Store } from '#panel/store/store.ts';
import type { MessageActions } from '#panel/views/actions.ts';
import { MenuButton } from '#panel/views/menu/menu-button.tsx';
import { say } from '#panel/words.ts';
import { copyItems } from './copy-items.ts';
import { fileTypeOf } from './payload-file.ts';

interface Props {
  readonly row: Row;
  readonly store: Store;
  readonly actions: MessageActions;
}

/** What can be done with a message. */
export const Actions = ({ row, store, actions }: Props) => (
  <div class="details-actions">
    <button
      type="button"
      class="framed"
      title={say(titles[usual(row)])}
      onClick={() => actions[usual(row)](row)}
    >
      {say(usual(row))}
    </button>
    <button type="button" class="framed" title={say('editTitle')} onClick={() => actions.edit(row)}>
      {say('edit')}
    </button>
    {row.data !== undefined && (
      <>
        <MenuButton label={say('copyAs')} title={say('copyAsTitle')} items={copyItems(row, store)} />
        <button type="button" class="framed" title={say('saveTitle')} onClick={() => void save(row, store)}>
          {say('save')}
        </button>
      </>
    )}
    <MenuButton
      label={say('more')}
      title={say('moreTitle')}
      items={[{ label: say(unusual(row)), onChoose: () => actions[unusual(row)](row) }]}
    />
  </div>
);

/** What was sent is sent again, what was received let come again; the reverse is in the menu. */
const usual = ({ type }: Row) => (type === 'send' ? 'resend' : 'inject');
const titles = { resend: 'resendTitle', inject: 'injectTitle' } as const;
const unusual = ({ type }: Row) => (type === 'send' ? 'inject' : 'resend');

async function save(row: Row, store: Store): Promise<void> {
  const whole = await wholeRow(store.session.peek(), row);
  if (!whole) return;
  const { index, data, size } = whole;
  const { type, extension } = fileTypeOf(data);
  const name = `sockscope-message-${index + 1}.${extension}`;
  saveFile(name, new Blob([(data ?? '') as BlobPart], { type }));
  store.tell(
    byteLength(data) < size
      ? { level: 'error', key: 'savedCut', details: [name] }
      : { level: 'info', key: 'exported', details: [name] },
  );
}
