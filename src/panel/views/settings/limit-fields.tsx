import { settings } from '#panel/settings.ts';
import { say } from '#panel/words.ts';
import type { Limits } from '#protocol';

/** Bytes in a MiB. */
const MEBI = 2 ** 20;

interface Unit {
  readonly name: string;
  /** How much of what is kept is one of what is shown. */
  readonly worth: number;
  readonly step: number | 'any';
}

const units: Readonly<Record<keyof Limits, Unit>> = {
  events: { name: '', worth: 1, step: 1 },
  bytes: { name: 'MiB', worth: MEBI, step: 'any' },
  payload: { name: 'MiB', worth: MEBI, step: 'any' },
};

/** What the hook keeps of each document. */
export const LimitFields = () => (
  <fieldset class="setting-group">
    <legend>{say('limits')}</legend>
    <p>{say('limitsHint')}</p>
    {(['events', 'bytes', 'payload'] as const).map((limit) => (
      <LimitField key={limit} limit={limit} {...units[limit]} />
    ))}
  </fieldset>
);

function LimitField({ limit, name, worth, step }: Unit & { limit: keyof Limits }) {
  const shown = settings.limits.value[limit] / worth;
  const hint = `limit-${limit}-hint`;
  const onChange = ({ currentTarget: input }: { readonly currentTarget: HTMLInputElement }) => {
    if (!input.reportValidity()) return;
    settings.limits.value = { ...settings.limits.value, [limit]: Math.round(input.valueAsNumber * worth) };
  };
  return (
    <>
      <label>
        <span>{say(`limit_${limit}`)}</span>
        <input
          type="number"
          required
          min={0}
          max={Math.floor(Number.MAX_SAFE_INTEGER / worth)}
          step={step}
          value={Math.round(shown * 1000) / 1000}
          aria-describedby={hint}
          onChange={onChange}
        />
        {name}
      </label>
      <p id={hint}>{say(`limit_${limit}_hint`)}</p>
    </>
  );
}
