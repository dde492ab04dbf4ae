import type { Scope } from './browser.ts';
import { press } from './panel.ts';
import { until } from './until.ts';

/** The title of the dialog that is open. */
export const dialogTitle = (panel: Scope): Promise<string | undefined> =>
  panel.evaluate(() => document.querySelector('dialog[open]')?.ariaLabel ?? undefined);

export async function openSettings(panel: Scope): Promise<void> {
  await press(panel, 'Settings');
  await until('the dialog', async () => (await dialogTitle(panel)) === 'Settings');
}

/** Closes the dialog, and waits until it is gone and what was set in it is in the extension's storage. */
export async function closeDialog(panel: Scope): Promise<void> {
  await press(panel, 'Close');
  // Closed is not gone: the browser says so later.
  await until('the dialog to be gone', () => panel.evaluate(() => document.querySelector('dialog') === null));
  // The storage does one thing after the other.
  await panel.evaluate('(globalThis.browser ?? chrome).storage.local.get().then(() => null)');
}

/** Finds a field of the open dialog by its label and changes it as a person would: a number is written, all else clicked. */
export const setField = (panel: Scope, label: string, value = ''): Promise<void> =>
  panel.evaluate(
    (text, next) => {
      const labels = [...document.querySelectorAll<HTMLLabelElement>('dialog[open] label')];
      const field = labels.find(({ textContent }) => textContent?.startsWith(text))?.control;
      if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field "${text}"`);
      if (field.type !== 'number') return field.click();
      field.value = next;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );
