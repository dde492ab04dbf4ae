import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { panelOf, pasted, pathOf, selectSent, showTab, textOf } from '#support/details.ts';
import { press, shown, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const TREE = '[role=tree]';
const BOX = '.in-payload input';

/** A message of some MB in one line, with three things to be found far in it. */
const catalogue = `(() => {
  const catalogue = Array.from({ length: 40_000 }, (_, id) => ({ id, description: 'article ' + id, stock: id * 3 }));
  catalogue[7777].needleKey = 'here';
  catalogue[39_990].text = 'word '.repeat(100) + 'a needle deep in it';
  catalogue[39_999].body = JSON.stringify({ deep: [{ needle: true }] });
  return JSON.stringify({ catalogue });
})()`;

describe('what is looked for in a message', () => {
  const stage = useStage();
  let panel: Page;

  afterEach(() => panel.close());

  const open = async (message: string) => {
    panel = await panelOf(stage, [`'other'`, message]);
    await selectSent(panel, 1);
    await showTab(panel, 'preview');
  };
  /** Opens the box for it with the focus in the view, and writes there. */
  const find = async (view: string, text: string) => {
    await panel.waitForSelector(view);
    await panel.focus(view);
    await panel.keyboard.down('Control');
    await panel.keyboard.press('f');
    await panel.keyboard.up('Control');
    await panel.waitForSelector(`${BOX}:focus`);
    await panel.keyboard.type(text);
  };
  const count = () => textOf(panel, '.in-payload [role=status]');
  /** Texts of what is selected or marked, and in view. */
  const inView = (selector: string) =>
    panel.$$eval(selector, (all) =>
      all
        .filter((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          const box = each.closest('.rows, .cm-scroller')?.getBoundingClientRect();
          return box && top >= box.top - 1 && bottom <= box.bottom + 1;
        })
        .map(({ textContent }) => textContent),
    );
  const active = async () => (await inView(`${TREE} [aria-selected=true]`)).join();

  it('is found in the tree, where what hides it opens, one place after the other', async () => {
    await open(catalogue);
    await find(TREE, 'needle');
    await until('the first', async () => (await count()) === '1 of 3' && /needleKey/.test(await active()));
    expect(await pathOf(panel)).toBe('.catalogue[7777].needleKey');
    await panel.keyboard.press('Enter');
    await until('the part of a long text', async () => /a needle deep/.test(await active()));
    await panel.keyboard.press('Enter');
    await until('what is in a string', async () => /"needle": true/.test(await active()));
    expect(await count()).toBe('3 of 3');
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('Enter');
    await panel.keyboard.up('Shift');
    await until('the one before', async () => (await count()) === '2 of 3');
    await panel.keyboard.press('Escape');
    await panel.waitForSelector(`${TREE}:focus`);
    expect(await panel.$(BOX)).toBeNull();
  });

  it('is found in the whole text', async () => {
    await open(catalogue);
    await showTab(panel, 'text');
    await find('.cm-content', '"stock": 119997');
    await until(
      'the end of the text',
      async () => (await inView('.cm-hit-current')).join() === '"stock":119997',
    );
    expect(await panel.$('.text-view > button')).toBeNull();
  });

  it('is shown as soon as a message is selected, where the filter or Find has looked for it', async () => {
    await open(catalogue);
    await selectSent(panel, 0);
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.type('json:catalogue[7777].stock');
    await shown(panel, 1);
    await selectSent(panel, 0);
    await until('the value', async () => (await active()) === '"stock": 23331');
    expect(await pathOf(panel)).toBe('.catalogue[7777].stock');
    await panel.evaluate(() => (document.activeElement as HTMLElement).blur());
    await panel.keyboard.down('Control');
    await panel.keyboard.press('f');
    await panel.keyboard.up('Control');
    await panel.keyboard.type('needleKey');
    await until('the key', async () => /needleKey/.test(await active()));
  });

  it('is a path that is pasted, or written; one that leads nowhere is said to', async () => {
    await open(catalogue);
    await panel.waitForSelector(TREE);
    const write = async (path: string) => {
      await panel.focus('.json-path');
      await panel.keyboard.type(path);
      await panel.keyboard.press('Enter');
    };
    await write('catalogue[39999].id');
    await until('the value', async () => (await active()) === '"id": 39999');
    await press(panel, 'Copy path');
    await told(panel, /Copied/);
    expect(await pasted(panel)).toBe('.catalogue[39999].id');
    await write('.catalogue[40000]');
    await panel.waitForSelector('.json-path[aria-invalid=true]');
    await panel.focus('.json-path');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('v');
    await panel.keyboard.up('Control');
    await until('the path that was pasted', async () => (await pathOf(panel)) === '.catalogue[39999].id');
  });

  it('is no other key, where no line begins with what is typed, and that is said', async () => {
    await open(catalogue);
    await panel.waitForSelector(TREE);
    await panel.focus(TREE);
    await panel.keyboard.type('needle', { delay: 1 });
    await until('the words', async () => /“needle”/.test(await textOf(panel, '.json-missed')));
    expect(await pathOf(panel)).toBe('');
  });

  it('stays in view where the value opens below the tree', async () => {
    await open(JSON.stringify(JSON.stringify([...Array(90).fill(1), 'long '.repeat(30)])));
    await panel.waitForSelector(TREE);
    await panel.focus(TREE);
    await panel.keyboard.press('End');
    await panel.waitForSelector('.json-full');
    await until('the line in view', async () => /long/.test(await active()));
  });
});
