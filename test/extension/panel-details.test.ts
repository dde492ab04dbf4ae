import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { press, recorded } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

const DETAILS = 'section[aria-label="Message details"]';

describe('message details', () => {
  let server: Server;
  let browser: TestBrowser;
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

  /** Opens a page that sends these, and the panel; each is an expression of the page. */
  const open = async (...messages: string[]) => {
    await page.goto(
      server.page(`<script>
        const socket = new WebSocket('${server.wsUrl}/?');
        socket.onopen = () => { for (const message of [${messages.join()}]) socket.send(message); };
      </script>`),
    );
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, messages.length);
  };
  /** Selects a message that was sent, from 0. */
  const select = async (message: number) => {
    const rows = await panel.$$('[role=grid][aria-label=Messages] [role=row].send');
    await rows[message]?.click();
  };
  const text = (selector: string) => panel.$eval(selector, ({ textContent }) => textContent ?? '');

  describe('copy and save', () => {
    it('copies in the form that is chosen in the menu, by keys', async () => {
      await open(`'{"a":1}'`);
      await select(0);
      await panel.focus(`${DETAILS} [aria-haspopup=menu]`);
      await panel.keyboard.press('Enter');
      await panel.waitForSelector('[role=menuitem]:focus');
      await panel.keyboard.press('h');
      expect(await text('[role=menuitem]:focus')).toBe('Hex');
      await panel.keyboard.press('Enter');
      await until('it to be copied', async () => (await text('.notice')).includes('Copied'));
      await panel.focus('[aria-label="Filter messages"]');
      await panel.keyboard.down('Control');
      await panel.keyboard.press('v');
      await panel.keyboard.up('Control');
      const pasted = await panel.$eval(
        '[aria-label="Filter messages"]',
        (box) => (box as HTMLInputElement).value,
      );
      expect(pasted).toBe('7b 22 61 22 3a 31 7d');
    });

    it('saves the payload, byte for byte', async () => {
      await open('Uint8Array.of(0, 255, 10, 13)');
      const session = await panel.createCDPSession();
      const folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await select(0);
      await panel.waitForSelector(`${DETAILS} [aria-haspopup=menu]`);
      await press(panel, 'Save');
      const name = await until(
        'the name of the file',
        async () => /sockscope-message-\d+\.bin/.exec(await text('.notice'))?.[0],
      );
      const file = join(folder, name);
      const saved = await until('the file', () => readFile(file).then((bytes) => bytes.length > 0 && bytes));
      expect([...saved]).toEqual([0, 255, 10, 13]);
    });
  });
});
