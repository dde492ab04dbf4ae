import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Chromium, launchChromium } from '#support/chromium.ts';
import { recorded, told } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';

describe('a page that is not being recorded', () => {
  let server: Server;
  let chromium: Chromium;
  let page: Page;

  beforeEach(async () => {
    [server, chromium] = await Promise.all([startServer(), launchChromium()]);
    page = await chromium.newPage();
  });
  afterEach(async () => {
    await chromium.close();
    await server.close();
  });

  it('was there before the extension: it can be loaded again from the panel, and then is', async () => {
    const id = chromium.extensionUrl.replace(/.*\//, '');
    await chromium.browser.uninstallExtension(id);
    await page.goto(server.page(`<script>new WebSocket('${server.wsUrl}/?greet=hello')</script>`));
    await chromium.browser.installExtension('dist/chrome');
    const panel = await chromium.openPanelTab(page);
    await told(panel, /after this page loaded/);
    await panel.locator('.banner button').click();
    await recorded(panel, 1);
    await panel.waitForSelector('.banner', { hidden: true });
  });

  it('is one that the browser keeps extensions out of', async () => {
    await page.goto('chrome://version');
    await told(await chromium.openPanelTab(page), /Extensions cannot run on this page/);
  });

  it('was closed: what was recorded stays', async () => {
    await page.goto(server.page(`<script>new WebSocket('${server.wsUrl}/?greet=hello')</script>`));
    const panel = await chromium.openPanelTab(page);
    await recorded(panel, 1);
    await page.close();
    await told(panel, /tab is closed/);
    await recorded(panel, 1);
  });
});
