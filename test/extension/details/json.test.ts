import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { panelOf, pasted, pathOf, selectSent } from '#support/details.ts';
import { press, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const TREE = '[role=tree]';

describe('the tree of a JSON message', () => {
  const stage = useStage();
  let panel: Page;

  afterEach(() => panel.close());

  const open = async (value: unknown) => {
    panel = await panelOf(stage, [JSON.stringify(JSON.stringify(value))]);
    await selectSent(panel, 0);
    await panel.waitForSelector(TREE);
  };
  const lines = () =>
    panel.$$eval('[role=treeitem]', (items) => items.map(({ textContent }) => (textContent ?? '').trim()));
  const path = () => pathOf(panel);

  it('is gone through by the letters that keys begin with, and its values are opened by clicks', async () => {
    await open({ price: 1, pair: { base: 'EUR' }, note: 'x'.repeat(500), body: '{"deep":[1]}' });
    await panel.focus(TREE);
    await panel.keyboard.type('pa');
    await until('the line', async () => (await path()) === '.pair');
    const folded = (await lines()).length;
    for (const key of ['"note"', '"body"'])
      await until(`the line of ${key}`, () =>
        panel.evaluate((wanted) => {
          const all = [...document.querySelectorAll('[role=treeitem]')];
          const line = all.find(({ textContent }) => textContent?.includes(wanted));
          const sign = line?.querySelector<HTMLElement>('.json-sign');
          sign?.click();
          return sign !== undefined && sign !== null;
        }, key),
      );
    await until('what was in them', async () => {
      const now = await lines();
      return now.length > folded + 10 && now.includes('▾"deep": [1]');
    });
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
    await told(panel, /Copied/);
    expect(await pasted(panel)).toBe('.a.b.c.d');
  });
});
