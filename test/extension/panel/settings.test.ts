import type { KeyInput, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriousIn } from '#support/axe.ts';
import { press, recorded } from '#support/panel.ts';
import { closeDialog, dialogTitle, openSettings, setField } from '#support/settings.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe.each(['chromium', 'firefox'] as const)('a person’s settings in %s', (name) => {
  const stage = useStage(name);
  let panel: Page;

  const reopen = async () => {
    await panel.close();
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 1);
  };
  beforeEach(async () => {
    await stage.page.goto(
      stage.server.page(
        `<script>const socket = new WebSocket('${stage.server.wsUrl}/?greet=hello&echo')</script>`,
      ),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 1);
  });
  afterEach(() => panel.close());

  const hold = async (held: KeyInput, key: KeyInput) => {
    await panel.keyboard.down(held);
    await panel.keyboard.press(key);
    await panel.keyboard.up(held);
  };
  const surface = (where: Page) =>
    where.evaluate(() => getComputedStyle(document.body).getPropertyValue('--surface'));

  it('are there again where they are asked for before they are gone', async () => {
    await openSettings(panel);
    await panel.evaluate(() => {
      document.querySelector<HTMLElement>('dialog[open] button[type=submit]')?.click();
      if (document.querySelector('dialog[open]')) throw new Error('The dialog is still open');
      document.querySelector<HTMLElement>('button[aria-label=Settings]')?.click();
    });
    await until('the dialog again', async () => (await dialogTitle(panel)) === 'Settings');
    await closeDialog(panel);
  });

  it('the theme is changed in every open panel, and is there again in the next', async () => {
    const other = await stage.browser.openPanelTab(stage.page);
    await openSettings(panel);
    await setField(panel, 'Dark');
    for (const each of [panel, other])
      await until('the dark theme', async () => /32, 33, 36/.test(await surface(each)));
    await other.close();
    await closeDialog(panel);
    await reopen();
    await until('the dark theme again', async () => /32, 33, 36/.test(await surface(panel)));
    await openSettings(panel);
    await press(panel, 'Restore defaults');
    await until('the light theme', async () => /255, 255, 255/.test(await surface(panel)));
  });

  it('parts fold away by button and by key, stay so, and come back', async () => {
    const shown = (part: string) =>
      panel.$eval(part, (element) => element.getBoundingClientRect().height > 0);
    const turned = async () => !(await shown('.timeline')) && (await shown('.drawer'));
    const usual = async () => (await shown('.timeline')) && !(await shown('.drawer'));
    await until('the usual parts', usual);
    await press(panel, 'Compose');
    await hold('Shift', 'T');
    await until('the drawer in place of the timeline', turned);
    await reopen();
    await until('the drawer in place of the timeline still', turned);
    await press(panel, 'Timeline');
    await hold('Shift', 'C');
    await until('the usual parts again', usual);
  });

  it('the size of a part is there again', async () => {
    const height = () => panel.$eval('.timeline', (element) => element.getBoundingClientRect().height);
    const before = await height();
    const isLarger = async () => Math.abs((await height()) - before - 16) <= 1;
    await panel.focus('[role=separator][aria-label="Height of the timeline"]');
    await panel.keyboard.press('ArrowDown');
    await until('a higher timeline', isLarger);
    await reopen();
    await until('a higher timeline again', isLarger);
  });

  it('? lists the keys, Escape leads back to where one was', async () => {
    await panel.focus('[role=grid]');
    await panel.keyboard.press('?');
    await until('the list', async () => (await dialogTitle(panel)) === 'Shortcuts');
    expect(await panel.$eval('dialog', (dialog) => dialog.textContent)).toContain('Focus the filter');
    await panel.keyboard.press('Escape');
    await until('the table', () => panel.evaluate(() => document.activeElement?.role === 'grid'));
    await panel.keyboard.press('/');
    await panel.keyboard.type('what?');
    expect(await dialogTitle(panel)).toBeUndefined();
  });

  it('a dialog that is opened while another closes stays open', async () => {
    await openSettings(panel);
    await panel.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button')];
      for (const wanted of ['Close', 'Shortcuts'])
        buttons.find((button) => (button.ariaLabel ?? button.textContent) === wanted)?.click();
    });
    await until('the other', async () => (await dialogTitle(panel)) === 'Shortcuts');
    await panel.keyboard.press('Escape');
    await until('it to close', async () => (await dialogTitle(panel)) === undefined);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing serious in the dialogs, %s', async (scheme) => {
    await panel.setViewport({ width: 400, height: 700 });
    for (const dialog of ['Settings', 'Shortcuts']) {
      await panel.evaluate((theme) => Object.assign(document.documentElement.dataset, { theme }), scheme);
      await press(panel, dialog);
      await until('the dialog', async () => (await dialogTitle(panel)) === dialog);
      expect(await seriousIn(panel)).toEqual([]);
      await closeDialog(panel);
    }
  });
});
