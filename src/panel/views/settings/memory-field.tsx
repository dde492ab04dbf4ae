import { signOfMebibyte } from '#panel/figures.ts';
import { settings } from '#panel/settings/settings.ts';
import { say } from '#panel/words.ts';
import { MEBI, SizeField } from './size-field.tsx';

/** How much of what was recorded is in memory. */
export const MemoryField = () => (
  <fieldset class="setting-group">
    <legend>{say('memory')}</legend>
    <SizeField
      label={say('payloadMemory')}
      value={settings.payloadMemory.value}
      unit={signOfMebibyte}
      worth={MEBI}
      step="any"
      hint="payload-memory-hint"
      onChange={(bytes) => {
        settings.payloadMemory.value = bytes;
      }}
    >
      {say('payloadMemoryHint')}
    </SizeField>
  </fieldset>
);
