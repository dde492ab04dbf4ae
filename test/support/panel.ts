import type { KeyInput, Page } from 'puppeteer-core';
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

/**
 * Waits until the panel has recorded so many messages and has them in its table, which no filter may narrow; gives the
 * figures. The rest of the panel, such as the list of sockets, is drawn a frame later.
 */
export const recorded = (panel: Scope, messages: number, timeout?: number): Promise<Figures> =>
  until(
    `${messages} messages in the panel`,
    async () => {
      const now = await figures(panel);
      return now.messages >= messages && now.shown >= messages && now;
    },
    timeout,
  );

/** Waits until the table has so many messages, no more and no less. */
export const shown = (panel: Scope, messages: number): Promise<boolean> =>
  until(`${messages} messages in the table`, async () => (await figures(panel)).shown === messages);

/** The columns as `rows` gives them. */
const columns = ['number', 'time', 'delta', 'direction', 'kind', 'size', 'socket', 'preview'];

/** Texts of the rows of the table that are in view, cell by cell, the message last. */
export const rows = (panel: Scope): Promise<string[][]> =>
  panel.evaluate(
    (names) =>
      [...document.querySelectorAll('[role=grid][aria-label=Messages] [role=row][aria-selected]')].map(
        (row) => names.map((name) => row.querySelector(`[role=gridcell].cell-${name}`)?.textContent ?? ''),
      ),
    columns,
  );

/**
 * Selects a row that has all of these texts, once there is one in view, and waits until it is selected. It is found and
 * clicked in one go: the table lends the elements of rows to others.
 * @param at which of several such rows: the first is 0, the last -1
 */
export async function selectRow(panel: Scope, texts: readonly string[], at = 0): Promise<void> {
  const id = await until(`a row with ${texts.join(' and ')}`, () =>
    panel.evaluate(
      (parts, place) => {
        const all = document.querySelectorAll<HTMLElement>(
          '[role=grid][aria-label=Messages] [role=row][aria-selected]',
        );
        const row = [...all]
          .filter((each) => parts.every((part) => each.textContent.includes(part)))
          .at(place);
        row?.click();
        // As a person's click does.
        row?.closest<HTMLElement>('[role=grid]')?.focus();
        return row?.id ?? false;
      },
      texts,
      at,
    ),
  );
  const selected = `#${id}[aria-selected=true]`;
  await until(`${id} to be selected`, () =>
    panel.evaluate((wanted) => document.querySelector(wanted) !== null, selected),
  );
}

/** Texts of the sockets in the list. */
export const sockets = (panel: Scope): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[role=listbox][aria-label=Sockets] [role=option]')].map(
      (option) => (option as HTMLElement).textContent,
    ),
  );

/** The state of each socket in the list, as its sign has it. */
export const states = (panel: Scope): Promise<(string | null)[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[role=listbox][aria-label=Sockets] [role=img]')].map(
      (sign) => sign.ariaLabel,
    ),
  );

/** Opens the drawer with the composer, where it is folded. */
export const openComposer = (panel: Scope): Promise<void> =>
  panel.evaluate(() => {
    const tab = [
      ...document.querySelectorAll<HTMLElement>('[role=tablist][aria-label="Take part"] [role=tab]'),
    ].find(({ textContent }) => textContent === 'Compose');
    if (tab?.ariaSelected === 'false') tab.click();
  });

/**
 * Writes a message in the composer, in place of what is there.
 * @param mode value of the composer's select: text, json or hex
 */
export async function write(panel: Page, mode: string, text: string): Promise<void> {
  await openComposer(panel);
  const composer = await panel.waitForSelector('[aria-label=Composer] [role=textbox][aria-label=Message]');
  await panel.select('[aria-label=Composer] select[aria-label=Format]', mode);
  await panel.evaluate((editor) => (editor as HTMLElement).focus(), composer);
  await chord(panel, 'Control', 'a');
  await panel.keyboard.type(text);
}

/** Writes a message in the composer and presses one of its buttons; gives what is then said beside the editor. */
export async function compose(panel: Page, mode: string, text: string, button: string): Promise<string> {
  await write(panel, mode, text);
  await press(panel, button);
  return saidBesideEditor(panel);
}

/** What is said beside the editor of the composer, once something is. */
export const saidBesideEditor = (panel: Scope): Promise<string> =>
  until('a word beside the editor', () =>
    panel.evaluate(
      () => document.querySelector('[aria-label=Composer] [role=alert]')?.textContent.trim() || false,
    ),
  );

/** Presses keys together, the last one last, as `Control`, `Shift`, `Enter`. */
export async function chord({ keyboard }: Page, ...keys: readonly KeyInput[]): Promise<void> {
  for (const key of keys) await keyboard.down(key);
  for (const key of [...keys].reverse()) await keyboard.up(key);
}

/** Presses the button of that name, once there is one that can be pressed. */
export const press = async (panel: Scope, name: string): Promise<void> => {
  await until(`the button "${name}"`, () =>
    panel.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:enabled')];
      const named = buttons.find((button) => (button.ariaLabel ?? button.textContent) === wanted);
      named?.click();
      return named !== undefined;
    }, name),
  );
};

/** Cancels work that takes long as soon as the panel offers that, and gives what was said beside it. */
export const cancelWork = (panel: Scope): Promise<string> =>
  panel.evaluate(async () => {
    for (;;) {
      const works = document.querySelector('.works');
      const button = works?.querySelector('button');
      const said = works?.textContent ?? '';
      button?.click();
      if (button) return said;
      await new Promise((soon) => setTimeout(soon));
    }
  });

/** What the panel tells a person at the moment, in its notices. */
export const said = (panel: Scope): Promise<string> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[role=alert], .notice, .banner')]
      .map((note) => note.textContent)
      .join(' '),
  );

/** Waits until the panel tells something in its notices. */
export const told = (panel: Scope, words: RegExp): Promise<boolean> =>
  until(`${words}`, async () => words.test(await said(panel)));
