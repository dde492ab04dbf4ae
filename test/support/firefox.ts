import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefox, requireBrowser } from '../../scripts/setup/browsers.mjs';
import { type LaunchOptions, panelUrl, type TestBrowser } from './browser.ts';
import { openToolboxPanel, selectedTabId } from './toolbox.ts';
import { until } from './until.ts';

function launchBrowser({ headless = true }: LaunchOptions, uuids: object): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser(firefox),
    headless,
    defaultViewport: null,
    networkEnabled: false,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify(uuids) },
  });
}

const geckoId = (extension: string): string =>
  JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;

/** Firefox does not tell WebDriver BiDi when a page of an extension has loaded, so the page is asked. */
async function openPanelTab(browser: Browser, url: string): Promise<Page> {
  const panel = await browser.newPage({ type: 'window' });
  await panel.goto(url, { waitUntil: [] });
  await until('the panel to load', () =>
    panel.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
  return panel;
}

/** Launches Firefox. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<TestBrowser> {
  const { extension = 'dist/firefox' } = options;
  const uuid = randomUUID();
  const extensionUrl = `moz-extension://${uuid}`;
  const browser = await launchBrowser(options, extension === false ? {} : { [geckoId(extension)]: uuid });
  if (extension !== false) await browser.installExtension(resolve(extension));
  const tabId = async (page: Page) => {
    await page.bringToFront();
    return selectedTabId(browser);
  };
  return {
    name: 'firefox',
    browser,
    extensionUrl,
    newPage: () => browser.newPage(),
    tabId,
    openPanelTab: async (page) => openPanelTab(browser, panelUrl(extensionUrl, await tabId(page))),
    openDevToolsPanel: async (page) => openToolboxPanel(browser, await tabId(page)),
    close: () => browser.close(),
  };
}
