import { useMemo } from 'preact/hooks';
import { importSession } from '#panel/files/files.ts';
import type { Store } from '#panel/store/store.ts';
import { messageActions } from './actions.ts';
import { Composer } from './composer/composer.tsx';
import { Draft } from './composer/draft.ts';
import { Details } from './details/details.tsx';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { DropFile } from './layout/drop-file.tsx';
import { Folds } from './layout/folds.tsx';
import { Parts } from './layout/parts.tsx';
import { MessageGrid } from './messages/message-grid.tsx';
import { AccessBanner } from './notices/access-banner.tsx';
import { FileBanner } from './notices/file-banner.tsx';
import { NoticeBar } from './notices/notice-bar.tsx';
import { Works } from './notices/works.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { SocketList } from './sockets/socket-list.tsx';
import { Status } from './status.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import './app.css';

interface Props {
  readonly store: Store;
  /** Loads the page again. */
  readonly reload: () => void;
}

/** The panel. */
export function App({ store, reload }: Props) {
  const draft = useMemo(() => new Draft(), [store]);
  const actions = useMemo(() => messageActions(store, draft), [store, draft]);
  return (
    <DropFile onFile={(file) => void importSession(file, store)}>
      <Toolbar store={store} />
      <AccessBanner store={store} reload={reload} />
      <FileBanner store={store} />
      <Parts
        timeline={<Timeline store={store} />}
        sockets={<SocketList store={store} />}
        messages={<MessageGrid store={store} actions={actions} />}
        details={<Details store={store} actions={actions} />}
        composer={<Composer store={store} draft={draft} />}
      />
      <footer class="foot">
        <Status store={store} />
        <Works store={store} />
        <Folds />
      </footer>
      <NoticeBar store={store} />
      <Asked store={store} />
    </DropFile>
  );
}

const dialogs = { settings: SettingsDialog, keys: KeysDialog };

/** The dialog that was asked for last: one that is on its way out is not taken for it, though it may be the same. */
function Asked({ store }: { store: Store }) {
  const asked = store.asked.value;
  if (!asked) return null;
  const AskedDialog = dialogs[asked.dialog];
  return <AskedDialog key={asked} onClose={() => store.hide(asked)} />;
}
