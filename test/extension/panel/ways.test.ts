import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { panelOf, selectSent, showTab } from '#support/details.ts';
import { chord, compose, press, shown } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** Forty messages, so that not all rows are in view. */
const messages = Array.from({ length: 40 }, (_, i) => `'{"n":${i}}'`);

describe('by keys alone', () => {
  const stage = useStage();
  let panel: Page;
  afterEach(() => panel.close());

  /** Which part has the focus: its landmark, or what it is by itself. */
  const where = () =>
    panel.evaluate(() => {
      const places = {
        filter: '[aria-label="Filter messages"]',
        sockets: '.timeline',
        messages: '[role=grid][aria-label=Messages]',
        details: '[aria-label="Message details"]',
        drawer: '.drawer',
      };
      return Object.entries(places).find(([, place]) => document.activeElement?.closest(place))?.[0];
    });
  const isIn = (part: string) => until(`the focus in ${part}`, async () => (await where()) === part);
  const selected = () =>
    panel.evaluate(
      () =>
        document.querySelector('[role=grid] [role=row][aria-selected=true] .cell-preview')?.textContent ?? '',
    );
  const filterBy = async (text: string) => {
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.type(text);
  };

  it('one goes from the filter into the table, from a row into its payload, and back', async () => {
    panel = await panelOf(stage, messages);
    await filterBy('json:n=7');
    await shown(panel, 1);
    await panel.keyboard.press('Enter');
    await isIn('messages');
    await until('the row', async () => (await selected()).includes('{"n":7}'));
    await panel.keyboard.press('Enter');
    await isIn('details');
    await panel.keyboard.press('Escape');
    await isIn('messages');
    expect(await selected()).toContain('{"n":7}');
  });

  it('one goes from part to part, and back', async () => {
    panel = await panelOf(stage, messages);
    await selectSent(panel, 0);
    const seen: unknown[] = [];
    for (let step = 0; step < 5; step++) {
      seen.push(await where());
      await panel.keyboard.press('F6');
    }
    expect(seen[0]).toBe('messages');
    expect(new Set(seen).size).toBeGreaterThanOrEqual(4);
    await selectSent(panel, 0);
    await panel.keyboard.press('F6');
    await chord(panel, 'Shift', 'F6');
    await isIn('messages');
  });

  it('a message that is kept for comparing is seen from every tab, and leads back', async () => {
    panel = await panelOf(stage, messages);
    await selectSent(panel, 0);
    await panel.keyboard.press('Home');
    await until('the first row', async () => (await selected()).startsWith('Opening'));
    await chord(panel, 'Shift', 'P');
    await selectSent(panel, 3);
    await showTab(panel, 'text');
    await press(panel, 'A: #1');
    await until('the first row again', async () => (await selected()).startsWith('Opening'));
  });

  it('the table never names an active row that is not there', async () => {
    panel = await panelOf(stage, messages);
    await selectSent(panel, 0);
    await panel.keyboard.press('Home');
    const named = () =>
      panel.evaluate(() => {
        const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
        return id ? document.getElementById(id) !== null : 'none';
      });
    await until(
      'the first row',
      async () => (await named()) === true && (await selected()).startsWith('Opening'),
    );
    await panel.$eval('[role=grid]', (grid) => grid.scrollTo(0, 1e6));
    await until('none', async () => (await named()) === 'none');
    await panel.$eval('[role=grid]', (grid) => grid.scrollTo(0, 0));
    await until('the row', async () => (await named()) === true);
    await filterBy('nowhere');
    await shown(panel, 0);
    expect(await named()).toBe('none');
  });
});

describe('what became of a message that one sent', () => {
  const stage = useStage();

  it('leads to its row, also where the filter hides it', async () => {
    const panel = await panelOf(stage, messages.slice(0, 3));
    expect(await compose(panel, 'text', 'by hand', 'Send to server')).toMatch(/Sent as #\d+/);
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.type('json:n=1');
    await shown(panel, 1);
    await press(panel, 'Show');
    await until('its row', () =>
      panel.evaluate(
        () =>
          document
            .querySelector('[role=grid] [role=row][aria-selected=true]')
            ?.textContent.includes('by hand') ?? false,
      ),
    );
    await panel.close();
  });
});
