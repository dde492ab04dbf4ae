import type { ButtonHTMLAttributes } from 'preact';
import { useRef } from 'preact/hooks';
import { exportSession, importSession } from '#panel/files/files.ts';
import { settings } from '#panel/settings/settings.ts';
import type { Store } from '#panel/store/store.ts';
import { useShortcuts } from '#panel/views/keys/use-shortcuts.ts';
import { say } from '#panel/words.ts';
import { Filter } from './filter.tsx';
import { Icon } from './icons.tsx';
import './toolbar.css';

/** Files that are offered first, packed or not, and those that Playwright has messages in. */
const ACCEPTED = '.har,.json,application/json,.gz,.zip,.zhar,.jsonl';

/** What is done with the session as a whole, and the filter. */
export function Toolbar({ store }: { store: Store }) {
  const picker = useRef<HTMLInputElement>(null);
  const recording = store.sessions.recording.value;
  const frozen = store.sight.frozen.value !== undefined;
  const onPick = () => {
    const input = picker.current;
    void importSession([...(input?.files ?? [])], store);
    // The same file can then be picked again.
    if (input) input.value = '';
  };
  const actions = {
    record: () => store.sessions.record(!store.sessions.recording.peek()),
    freeze: () => store.sight.freeze(frozen ? undefined : store.session.peek().rows.length),
    clear: () => store.sessions.clear(),
    import: () => picker.current?.click(),
    export: () => void exportSession(store),
    settings: () => store.show('settings'),
    keys: () => store.show('keys'),
  };
  useShortcuts({
    'Ctrl+E': actions.record,
    Space: actions.freeze,
    'Ctrl+L': actions.clear,
    'Ctrl+O': actions.import,
    'Ctrl+S': actions.export,
    'Ctrl+,': actions.settings,
    '?': actions.keys,
  });
  return (
    <div class="toolbar" role="toolbar" aria-label={say('toolbar')}>
      <Tool
        icon="record"
        title={say(recording ? 'recordOn' : 'recordOff')}
        aria-pressed={recording}
        onClick={actions.record}
      />
      <Tool
        icon="freeze"
        title={say(frozen ? 'freezeOn' : 'freezeOff')}
        aria-pressed={frozen}
        onClick={actions.freeze}
      />
      <Tool icon="clear" title={say('clearTitle')} onClick={actions.clear} />
      <Tool icon="import" title={say('importTitle')} onClick={actions.import} />
      <input ref={picker} type="file" multiple accept={ACCEPTED} hidden onChange={onPick} />
      <Tool icon="export" title={say('exportTitle')} onClick={actions.export} />
      <PreserveLog />
      <Filter store={store} />
      <Tool icon="settings" title={say('settingsTitle')} onClick={actions.settings} />
      <Tool icon="keys" title={say('keysTitle')} onClick={actions.keys} />
    </div>
  );
}

/** Whether a navigation leaves what was recorded: as in the browsers' own network panels. */
const PreserveLog = () => (
  <label class="preserve-log" title={say('preserveLogHint')}>
    <input
      type="checkbox"
      checked={settings.preserveLog.value}
      onChange={(event) => {
        settings.preserveLog.value = event.currentTarget.checked;
      }}
    />
    {say('preserveLog')}
  </label>
);

interface ToolProps extends ButtonHTMLAttributes {
  readonly icon: 'record' | 'freeze' | 'clear' | 'import' | 'export' | 'settings' | 'keys';
}

const Tool = ({ icon, ...rest }: ToolProps) => (
  <button type="button" aria-label={say(icon)} {...rest}>
    <Icon name={icon} />
    <span class="tool-label">{say(icon)}</span>
  </button>
);
