import { signOfMebibyte } from '#panel/figures.ts';
import { settings } from '#panel/settings/settings.ts';
import { say } from '#panel/words.ts';
import type { Limits } from '#protocol';
import { MEBI, SizeField } from './size-field.tsx';

const units = {
  events: { unit: '', worth: 1, step: 1 },
  bytes: { unit: signOfMebibyte, worth: MEBI, step: 'any' },
  payload: { unit: signOfMebibyte, worth: MEBI, step: 'any' },
} as const;

/** What the hook keeps of each document. */
export const LimitFields = () => (
  <fieldset class="setting-group">
    <legend>{say('limits')}</legend>
    <p>{say('limitsHint')}</p>
    {(['events', 'bytes', 'payload'] as const).map((limit) => (
      <LimitField key={limit} limit={limit} />
    ))}
  </fieldset>
);

const LimitField = ({ limit }: { limit: keyof Limits }) => (
  <SizeField
    label={say(`limit_${limit}`)}
    value={settings.limits.value[limit]}
    {...units[limit]}
    hint={`limit-${limit}-hint`}
    onChange={(value) => {
      settings.limits.value = { ...settings.limits.value, [limit]: value };
    }}
  >
    {say(`limit_${limit}_hint`)}
  </SizeField>
);
