import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '#support/chromium.ts';
import { panelOf, pasted, selectSent, textOf } from '#support/details.ts';
import { launch } from '#support/launch.ts';
import { press } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

const TREE = '[role=tree]';

describe('the tree of a JSON message', () => {
  let server: Server;
  let browser: Chromium;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch.chromium()]);
    page = await browser.newPage();
  });
  afterEach(() => panel.close());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const open = async (value: unknown) => {
    panel = await panelOf({ browser, server, page }, [JSON.stringify(JSON.stringify(value))]);
    await selectSent(panel, 0);
    await panel.waitForSelector(TREE);
  };
  const lines = () =>
    panel.$$eval('[role=treeitem]', (items) => items.map(({ textContent }) => (textContent ?? '').trim()));
  const path = () => textOf(panel, '.json-path');

  it('is gone through by the letters that keys begin with, and its values are opened by clicks', async () => {
    await open({ price: 1, pair: { base: 'EUR' }, note: 'x'.repeat(500), body: '{"deep":[1]}' });
    await panel.focus(TREE);
    await panel.keyboard.type('pa');
    await until('the line', async () => (await path()) === '.pair');
    const folded = (await lines()).length;
    for (const key of ['"note"', '"body"'])
      await panel.evaluate((wanted) => {
        const line = [...document.querySelectorAll('[role=treeitem]')].find((each) =>
          each.textContent?.includes(wanted),
        );
        line?.querySelector<HTMLElement>('.json-sign')?.click();
      }, key);
    await until('what was in them', async () => (await lines()).length > folded + 10);
    expect(await lines()).toContain('▾"deep": [1]');
  });

  it('is opened to a depth, and a path is copied', async () => {
    await open({ a: { b: { c: { d: 1 } } } });
    await panel.select('.json-bar select', '1');
    await until('one level', async () => (await lines()).length === 2);
    await panel.select('.json-bar select', 'Infinity');
    await until('all levels', async () => (await lines()).length === 5);
    await panel.focus(TREE);
    await panel.keyboard.press('End');
    await until('the path', async () => (await path()) === '.a.b.c.d');
    await press(panel, 'Copy path');
    await until('it to be copied', async () => (await textOf(panel, '.notice')).includes('Copied'));
    expect(await pasted(panel)).toBe('.a.b.c.d');
  });
});
