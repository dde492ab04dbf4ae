import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DETAILS, panelOf, pasted, pathOf, selectSent, showTab, textOf } from '#support/details.ts';
import { press, recorded, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe('message details', () => {
  const stage = useStage();
  let panel: Page;

  afterEach(() => panel.close());

  /** Opens a page that sends these, and the panel; each is an expression of the page. */
  const open = async (...messages: string[]) => {
    panel = await panelOf(stage, messages);
  };
  const select = (message: number) => selectSent(panel, message);
  const text = (selector: string) => textOf(panel, selector);

  describe('copy and save', () => {
    it('copies in the form that is chosen in the menu, by keys', async () => {
      await open(`'{"a":1}'`);
      await select(0);
      await panel.waitForSelector(`${DETAILS} [aria-haspopup=menu]`).then((button) => button?.focus());
      await panel.keyboard.press('Enter');
      await panel.waitForSelector('[role=menuitem]:focus');
      await panel.keyboard.press('h');
      await until('the form', async () => (await text('[role=menuitem]:focus')) === 'Hex');
      await panel.keyboard.press('Enter');
      await told(panel, /Copied/);
      expect(await pasted(panel)).toBe('7b 22 61 22 3a 31 7d');
    });

    it('saves the payload, byte for byte', async () => {
      await open('Uint8Array.of(0, 255, 10, 13)');
      const session = await panel.createCDPSession();
      const folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await select(0);
      await press(panel, 'Save');
      const name = await until(
        'the name of the file',
        async () => /sockscope-message-\d+\.bin/.exec(await text('.notice'))?.[0],
      );
      const file = join(folder, name);
      const saved = await until('the file', () =>
        readFile(file).then((bytes) => bytes.length === 4 && bytes),
      );
      await rm(folder, { recursive: true });
      expect([...saved]).toEqual([0, 255, 10, 13]);
    });
  });

  describe('the preview', () => {
    const TREE = `${DETAILS} [role=tree]`;
    const lines = () =>
      panel.$$eval('[role=treeitem]', (items) => items.map(({ textContent }) => (textContent ?? '').trim()));

    it('of JSON is a tree that is moved through by keys, and opens JSON in strings', async () => {
      await open(
        JSON.stringify(JSON.stringify({ n: 0, body: '{"in":[true]}' }).replace('0', '12345678901234567890')),
      );
      await select(0);
      await panel.waitForSelector(TREE);
      await panel.focus(TREE);
      await panel.keyboard.press('End');
      await panel.keyboard.press('ArrowRight');
      await until('what is in the string', async () => (await lines()).length === 6);
      expect(await lines()).toContain('"n": 12345678901234567890');
      await panel.keyboard.press('End');
      await until('the path', async () => (await pathOf(panel)) === '.body | fromjson | .in[0]');
      await panel.keyboard.down('Control');
      await panel.keyboard.press('c');
      await panel.keyboard.up('Control');
      await told(panel, /Copied/);
      expect(await pasted(panel)).toBe('true');
    });

    it('of 5 MB of JSON has few lines in the document, and the last is a key away', async () => {
      await open('JSON.stringify(Array.from({ length: 250_000 }, (_, id) => ({ id, on: true })))');
      await select(0);
      await panel.waitForSelector(TREE);
      await panel.focus(TREE);
      await panel.keyboard.press('End');
      await until('the last', async () => (await lines()).at(-1)?.includes('{"id":249999,"on":true}'));
      expect((await lines()).length).toBeLessThan(100);
    });

    it('of bytes that are an image is the image', async () => {
      const png =
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
      await open(`Uint8Array.from(atob('${png}'), (character) => character.charCodeAt(0))`);
      await select(0);
      await until('its size', async () => (await text('figcaption')).includes('1 × 1'));
    });
  });

  it('tell what the bytes mean that the cursor is on', async () => {
    await open('Uint8Array.of(0, 1, 0xfe, 0xff, 0xff, 0xff)');
    await select(0);
    await showTab(panel, 'hex');
    await panel.waitForSelector('[role=grid].hex');
    await panel.focus('[role=grid].hex');
    await panel.keyboard.press('ArrowRight');
    await panel.keyboard.press('ArrowRight');
    await until('the meaning', async () => (await text('.inspector')).includes('int32-2-16777217'));
  });

  it('compare a message with the previous of its shape, or with one that was kept, each in one key', async () => {
    await open(`'{"type":"a","n":1}'`, `'other'`, `'{"n":2,"type":"a"}'`);
    await select(2);
    await panel.keyboard.press('p');
    await until('the difference', async () => (await text('.differences')).includes('−  "n": 1+  "n": 2'));
    await select(1);
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('P');
    await panel.keyboard.up('Shift');
    await select(2);
    await until('the other', async () => (await text('.differences')).includes('−other'));
  });

  it('lead from a call stack into Sources', async () => {
    await open(`'hello'`);
    const { devTools, panel: inside } = await stage.browser.openDevTools(stage.page);
    await recorded(inside, 1);
    await selectSent(inside, 0);
    await showTab(inside, 'stack');
    await inside.locator('.stack .link').click();
    await until('Sources', () =>
      devTools.evaluate(
        `import('./ui/legacy/legacy.js').then(({ ViewManager }) =>
          ViewManager.ViewManager.instance().isViewVisible('sources'))`,
      ),
    );
  });
});
