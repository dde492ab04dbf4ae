import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { panelOf, pasted, pathOf, selectSent, showTab, textOf } from '#support/details.ts';
import { shown, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const ROW = '[role=grid][aria-label=Messages] [role=row][aria-selected].send';

describe('the context menu', () => {
  const stage = useStage();
  let panel: Page;

  afterEach(() => panel.close());

  const open = async (...messages: unknown[]) => {
    panel = await panelOf(
      stage,
      messages.map((message) => JSON.stringify(JSON.stringify(message))),
    );
  };
  const focused = () =>
    panel.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
  const isOpen = () =>
    until('the menu', async () => (await panel.$('.menu:popover-open [role=menuitem]:focus')) !== null);
  const filter = () =>
    panel.$eval('[aria-label="Filter messages"]', (box) => (box as HTMLInputElement).value);

  it('of a row copies it, by keys alone, and gives the focus back', async () => {
    await open({ n: 1 }, { n: 2 });
    await selectSent(panel, 1);
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('F10');
    await panel.keyboard.up('Shift');
    await isOpen();
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowRight');
    await until('the forms', async () => (await focused()) === 'Text');
    await panel.keyboard.press('ArrowLeft');
    await until('the menu that it is of', async () => /^Copy as/.test((await focused()) ?? ''));
    await panel.keyboard.press('Escape');
    await until('the table', async () => (await focused()) === 'Messages');
    await panel.keyboard.press('ContextMenu');
    await isOpen();
    await panel.keyboard.press('Enter');
    await told(panel, /Copied/);
    expect(await pasted(panel)).toBe('{"n":2}');
  });

  it('of a row that is clicked is about that, compares it with the selected, and stays in the panel', async () => {
    await open({ n: 1, op: 'a' }, { n: 2, op: 'a' });
    await selectSent(panel, 0);
    await panel.setViewport({ width: 400, height: 700 });
    await panel.locator(`${ROW}[aria-selected=false]`).click({ button: 'right' });
    await isOpen();
    expect(
      await panel.$eval('.menu:popover-open', (menu) => {
        const { left, top, right, bottom } = menu.getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      }),
    ).toBe(true);
    await panel.setViewport({ width: 1200, height: 800 });
    await panel.locator('[role=menuitem] ::-p-text(Compare with)').click();
    await until('the difference', async () => (await textOf(panel, '.differences')).includes('"n": 1'));
    expect(await textOf(panel, '.differences')).toContain('"n": 2');
    await showTab(panel, 'preview');
  });

  it('of a value filters by it, and leaves it out', async () => {
    await open({ clientOrderId: 'ord-1' }, { clientOrderId: 'ord "2"' }, { other: 1 });
    await selectSent(panel, 1);
    await panel.waitForSelector('[role=tree]');
    const choose = async (words: string) => {
      await panel.locator('[role=treeitem] ::-p-text(clientOrderId)').click({ button: 'right' });
      await isOpen();
      await panel.locator(`[role=menuitem] ::-p-text(${words})`).click();
    };
    await choose('Filter by this value');
    await shown(panel, 1);
    expect(await filter()).toBe(String.raw`json:clientOrderId="ord \"2\""`);
    expect(await pathOf(panel)).toBe('.clientOrderId');
    await panel.evaluate(() => document.querySelector<HTMLElement>('[role=tree]')?.focus());
    await panel.keyboard.press('Escape');
    await choose('Exclude this value');
    await shown(panel, 0);
  });

  it('of a row shows it in its context', async () => {
    await open({ n: 1 }, { n: 2 }, { n: 3 });
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.type('json:n=2');
    await shown(panel, 1);
    await panel.locator(ROW).click({ button: 'right' });
    await isOpen();
    await panel.locator('[role=menuitem] ::-p-text(Show in context)').click();
    await shown(panel, 3);
    await until('the row', async () => (await panel.$(`${ROW}[aria-selected=true]`)) !== null);
  });
});
