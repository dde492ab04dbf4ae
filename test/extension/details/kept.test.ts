import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DETAILS, panelOf, selectSent, showTab, textOf } from '#support/details.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe('message details, as a person wants them,', () => {
  const stage = useStage();
  let panel: Page;

  afterEach(() => panel.close());

  const current = () => textOf(panel, '[role=tab][aria-selected=true]');
  const isPressed = (name: string) =>
    panel.$$eval(
      '.text-bar button',
      (buttons, wanted) => buttons.find(({ textContent }) => textContent === wanted)?.ariaPressed,
      name,
    );
  const isFolded = () => panel.$eval(DETAILS, (details) => getComputedStyle(details).display === 'none');

  it('are at the tab that was chosen, wrapped and laid out or not, at the next message and the next session', async () => {
    panel = await panelOf(stage, [`'{"a":1}'`, `'{"b":2}'`]);
    await selectSent(panel, 0);
    await showTab(panel, 'text');
    const isKept = () =>
      until(
        'the text as it was chosen',
        async () =>
          [await current(), await isPressed('Wrap'), await isPressed('Pretty print')].join() ===
          'Text,false,true',
      );
    for (const name of ['Wrap', 'Pretty print']) await panel.locator(`.text-bar ::-p-text(${name})`).click();
    await selectSent(panel, 1);
    await isKept();
    await panel.close();
    panel = await panelOf(stage, [`'{"c":3}'`]);
    await selectSent(panel, 0);
    await isKept();
  });

  it('show eight bytes in a row where there is no room for more, and what they mean', async () => {
    panel = await panelOf(stage, ['Uint8Array.from({ length: 40 }, (_, byte) => byte)']);
    await selectSent(panel, 0);
    await showTab(panel, 'hex');
    const rows = () => panel.$eval('[role=grid].hex', ({ ariaRowCount }) => ariaRowCount);
    await panel.waitForSelector('.hex-row');
    for (const [width, count] of [
      [850, '3'],
      [400, '5'],
      [320, '5'],
    ] as const) {
      await panel.setViewport({ width, height: 900 });
      await until(`the rows, ${width} px wide`, async () => (await rows()) === count);
      await until(`all of them in view, ${width} px wide`, () =>
        panel.$eval('[role=grid].hex', (grid) => grid.scrollWidth === grid.clientWidth),
      );
    }
    await panel.focus('[role=grid].hex');
    await panel.keyboard.press('ArrowDown');
    await until('the byte below', async () => (await textOf(panel, '.inspector')).includes('uint88'));
  });

  it('come back by the key that compares, where they are folded away', async () => {
    panel = await panelOf(stage, [`'{"n":1}'`, `'{"n":2}'`]);
    await selectSent(panel, 1);
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('D');
    await panel.keyboard.up('Shift');
    await until('the fold', isFolded);
    await panel.keyboard.press('p');
    await until('the difference', async () => (await textOf(panel, '.differences')).includes('−  "n": 1'));
    expect(await isFolded()).toBe(false);
  });

  it('are there for the note that a key leads to', async () => {
    panel = await panelOf(stage, [`'hello'`]);
    await selectSent(panel, 0);
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('D');
    await panel.keyboard.up('Shift');
    await until('the fold', isFolded);
    await panel.keyboard.press('n');
    await until('the box for it', () => panel.evaluate(() => document.activeElement?.ariaLabel === 'Note'));
  });

  it('a filter is saved by a key', async () => {
    panel = await panelOf(stage, [`'hello'`]);
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.type('dir:out');
    const isSaved = () => panel.$eval('.filter-save', ({ ariaPressed }) => ariaPressed === 'true');
    for (const saved of [true, false]) {
      await panel.keyboard.down('Control');
      await panel.keyboard.press('d');
      await panel.keyboard.up('Control');
      await until('the star', async () => (await isSaved()) === saved);
    }
  });
});
