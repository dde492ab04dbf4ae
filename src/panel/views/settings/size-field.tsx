import type { ComponentChildren } from 'preact';

/** Bytes in a MiB. */
export const MEBI = 2 ** 20;

interface Props {
  readonly label: string;
  readonly value: number;
  /** What is shown after the number. */
  readonly unit: string;
  /** How much of the value is one of what is shown. */
  readonly worth: number;
  readonly step: number | 'any';
  /** Id of what explains it; stands below. */
  readonly hint: string;
  readonly children: ComponentChildren;
  readonly onChange: (value: number) => void;
}

/** A number that is not negative, in units that a person counts in. */
export function SizeField({ label, value, unit, worth, step, hint, children, onChange }: Props) {
  const take = ({ currentTarget: input }: { readonly currentTarget: HTMLInputElement }) => {
    if (input.reportValidity()) onChange(Math.round(input.valueAsNumber * worth));
  };
  return (
    <>
      <label>
        <span>{label}</span>
        <input
          type="number"
          required
          min={0}
          max={Math.floor(Number.MAX_SAFE_INTEGER / worth)}
          step={step}
          value={Math.round((value / worth) * 1000) / 1000}
          aria-describedby={hint}
          onChange={take}
        />
        {unit}
      </label>
      <p id={hint}>{children}</p>
    </>
  );
}
