import type { Page } from 'puppeteer-core';
import type { Scope } from './browser.ts';
import { until } from './until.ts';

/** What the panel's status says of its session. */
export interface Figures {
  readonly messages: number;
  readonly shown: number;
  readonly sockets: number;
  readonly lost: number;
}

/** The figures of the session, as the panel's `status` has them. */
export const figures = (panel: Scope): Promise<Figures> =>
  panel.evaluate(() => {
    const { dataset } = document.querySelector('[role=status][aria-label=Session]') as HTMLElement;
    const figure = (name: string) => Number(dataset[name]);
    return {
      messages: figure('messages'),
      shown: figure('shown'),
      sockets: figure('sockets'),
      lost: figure('lost'),
    };
  });

/** Waits until the panel has recorded so many messages, and gives the figures. */
export const recorded = (panel: Scope, messages: number, timeout?: number): Promise<Figures> =>
  until(
    `${messages} messages in the panel`,
    async () => {
      const now = await figures(panel);
      return now.messages >= messages && now;
    },
    timeout,
  );

/** Texts of the rows of the table that are in view, cell by cell. */
export const rows = (panel: Scope): Promise<string[][]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[role=grid][aria-label=Messages] [role=row][aria-selected]')].map((row) =>
      [...row.querySelectorAll('[role=gridcell]')].map((cell) => (cell as HTMLElement).textContent ?? ''),
    ),
  );

/** Texts of the sockets in the list. */
export const sockets = (panel: Scope): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[role=listbox][aria-label=Sockets] [role=option]')].map(
      (option) => (option as HTMLElement).textContent,
    ),
  );

/**
 * Writes a message in the composer and presses one of its buttons; gives what is then said beside the editor.
 * @param mode value of the composer's select: text, json or hex
 */
export async function compose(panel: Page, mode: string, text: string, button: string): Promise<string> {
  const composer = await panel.waitForSelector('[aria-label=Composer] [role=textbox][aria-label=Message]');
  await panel.select('[aria-label=Composer] select[aria-label="Write as"]', mode);
  await panel.evaluate((editor) => (editor as HTMLElement).focus(), composer);
  await panel.keyboard.down('Control');
  await panel.keyboard.press('a');
  await panel.keyboard.up('Control');
  await panel.keyboard.type(text);
  await panel.evaluate((name) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('[aria-label=Composer] button')];
    buttons.find((candidate) => candidate.textContent === name)?.click();
  }, button);
  return until('a word beside the editor', async () => {
    const said = await panel.evaluate(
      () => (document.querySelector('[aria-label=Composer] [role=alert]') as HTMLElement).textContent,
    );
    return said !== '' && said;
  });
}

/** Presses the button of that name. */
export const press = (panel: Scope, name: string): Promise<void> =>
  panel.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    const named = buttons.find((button) => (button.ariaLabel ?? button.textContent) === wanted);
    if (!named) throw new Error(`There is no button "${wanted}"`);
    named.click();
  }, name);

/** What the panel tells a person at the moment, in its notices. */
export const said = (panel: Scope): Promise<string> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[role=alert], .notice, .banner')]
      .map((note) => note.textContent)
      .join(' '),
  );
