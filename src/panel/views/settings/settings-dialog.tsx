import { themes, usualPayloadMemory } from '#panel/settings/preferences.ts';
import { settings } from '#panel/settings/settings.ts';
import { Dialog } from '#panel/views/dialog/dialog.tsx';
import { say } from '#panel/words.ts';
import { defaultLimits } from '#protocol';
import { LimitFields } from './limit-fields.tsx';
import { MemoryField } from './memory-field.tsx';
import './settings.css';

/** What a person can have their own way. A change is in force at once, in every open panel. */
export const SettingsDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog
    title={say('settings')}
    onClose={onClose}
    foot={
      <button type="button" class="framed" onClick={restoreDefaults}>
        {say('restoreDefaults')}
      </button>
    }
  >
    <Theme />
    <Log />
    <LimitFields />
    <MemoryField />
  </Dialog>
);

function restoreDefaults(): void {
  settings.theme.value = 'auto';
  settings.preserveLog.value = true;
  settings.limits.value = defaultLimits;
  settings.payloadMemory.value = usualPayloadMemory;
}

const Theme = () => (
  <fieldset class="setting-group">
    <legend>{say('theme')}</legend>
    {themes.map((theme) => (
      <label key={theme}>
        <input
          type="radio"
          name="theme"
          checked={settings.theme.value === theme}
          onChange={() => {
            settings.theme.value = theme;
          }}
        />
        {say(`theme_${theme}`)}
      </label>
    ))}
  </fieldset>
);

const Log = () => (
  <fieldset class="setting-group">
    <legend>{say('log')}</legend>
    <label>
      <input
        type="checkbox"
        checked={settings.preserveLog.value}
        aria-describedby="preserve-log-hint"
        onChange={(event) => {
          settings.preserveLog.value = event.currentTarget.checked;
        }}
      />
      {say('preserveLog')}
    </label>
    <p id="preserve-log-hint">{say('preserveLogHint')}</p>
  </fieldset>
);
