import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { importSession } from '#panel/files/files.ts';
import type { Store } from '#panel/store/store.ts';
import { messageActions } from './actions.ts';
import { compareWithSelected } from './details/compare/compare.ts';
import { Details } from './details/details.tsx';
import { Fence } from './fence/fence.tsx';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { stepThroughParts } from './keys/parts.ts';
import { useShortcuts } from './keys/use-shortcuts.ts';
import { DropFile } from './layout/drop-file.tsx';
import { Folds } from './layout/folds.tsx';
import { Parts } from './layout/parts.tsx';
import { ContextMenu } from './menu/context-menu.tsx';
import { MessageGrid } from './messages/message-grid.tsx';
import { AccessBanner } from './notices/access-banner.tsx';
import { FileBanner } from './notices/file-banner.tsx';
import { MissedBanner } from './notices/missed-banner.tsx';
import { NoticeBar } from './notices/notice-bar.tsx';
import { Works } from './notices/works.tsx';
import { offerRow } from './row-menu/offer-row.ts';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { Status } from './status.tsx';
import { Draft } from './take-part/composer/draft.ts';
import { Drawer } from './take-part/drawer.tsx';
import { TakePartTabs } from './take-part/take-part-tabs.tsx';
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
  const fenced = (view: ComponentChildren) => <Fence store={store}>{view}</Fence>;
  const actions = useMemo(() => messageActions(store, draft), [store, draft]);
  useShortcuts({ F6: () => stepThroughParts(1), 'Shift+F6': () => stepThroughParts(-1) });
  return (
    <DropFile onFiles={(files) => void importSession(files, store)}>
      {fenced(<Toolbar store={store} />)}
      {fenced(<AccessBanner store={store} reload={reload} />)}
      {fenced(<MissedBanner store={store} />)}
      {fenced(<FileBanner store={store} />)}
      <Parts
        timeline={fenced(<Timeline store={store} />)}
        messages={fenced(
          <MessageGrid
            store={store}
            actions={actions}
            onMenu={(event) => offerRow(event, store, actions)}
            onCompare={(row) => compareWithSelected(store, row)}
          />,
        )}
        details={fenced(<Details store={store} actions={actions} />)}
        drawer={fenced(<Drawer store={store} draft={draft} />)}
        detailed={store.selected.value !== undefined}
      />
      <footer class="foot">
        {fenced(<TakePartTabs />)}
        {fenced(<Status store={store} />)}
        {fenced(<Works store={store} />)}
        <Folds />
      </footer>
      <NoticeBar store={store} />
      {fenced(<Asked store={store} />)}
      {fenced(<ContextMenu />)}
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
