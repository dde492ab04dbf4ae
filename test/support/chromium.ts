import { getuid } from 'node:process';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { chromium, requireBrowser } from '../../scripts/setup/browsers.mjs';
import { type LaunchOptions, panelUrl, type TestBrowser } from './browser.ts';
import { until } from './until.ts';

/** Chromium, where developer tools are pages too. */
export interface Chromium extends TestBrowser {
  /** The panel for a page, and the developer tools that it is in. */
  openDevTools(page: Page): Promise<{ devTools: Page; panel: Frame }>;
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--disable-dev-shm-usage',
];

function argsOf(headless: boolean, language: string | undefined): string[] {
  const args = headless ? quiet : [...quiet, '--start-maximized'];
  const spoken = language ?? (headless ? 'en-US' : undefined);
  // The sandbox refuses to work for root.
  const own = getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...args, ...own, ...(spoken ? [`--lang=${spoken}`] : [])];
}

function launchBrowser({ headless = true, language }: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    executablePath: requireBrowser(chromium),
    headless,
    // Extensions can be installed through a pipe only, not through a port.
    pipe: true,
    enableExtensions: true,
    handleDevToolsAsPage: true,
    defaultViewport: null,
    // The browser would tell of every message of every page, which costs the page more than the message does.
    networkEnabled: false,
    args: argsOf(headless, language),
  });
}

/** Asks the extension which tab is in front in the page's window. */
async function tabIdOf(browser: Browser, extensionUrl: string, page: Page): Promise<number> {
  const asking = await browser.newPage({ background: true });
  try {
    await asking.goto(`${extensionUrl}/manifest.json`);
    await page.bringToFront();
    const tabs = `chrome.tabs.query({ active: true, windowId: ${await page.windowId()} })`;
    return Number(await asking.evaluate(`${tabs}.then(([tab]) => tab.id)`));
  } finally {
    await asking.close();
  }
}

async function openPanelTab(browser: Browser, url: string): Promise<Page> {
  const panel = await browser.newPage({ type: 'window' });
  await panel.goto(url);
  return panel;
}

/** DevTools loads its parts as they are needed, so that all of this fails at first. */
async function showView(devTools: Page, id: string): Promise<void> {
  await until('the panel to be shown in DevTools', () =>
    devTools.evaluate(
      // A text, because an import() in a function would be rewritten before it gets there.
      `import('./ui/legacy/legacy.js').then(async ({ ViewManager }) => {
        const views = ViewManager.ViewManager.instance();
        if (!views.hasView('${id}')) return false;
        await views.showView('${id}');
        return true;
      })`,
    ),
  );
}

async function openDevTools(page: Page, extensionUrl: string): Promise<{ devTools: Page; panel: Frame }> {
  const devTools = await page.openDevTools();
  await showView(devTools, `${extensionUrl}Sockscope`);
  const panel = await until('the panel in DevTools', () =>
    devTools.frames().find((frame) => frame.url().startsWith(`${extensionUrl}/src/panel/panel.html`)),
  );
  return { devTools, panel };
}

/** Launches Chromium. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const { extension = 'dist/chrome' } = options;
  const browser = await launchBrowser(options);
  const id = extension === false ? '' : await browser.installExtension(extension);
  const extensionUrl = `chrome-extension://${id}`;
  const known = new WeakMap<Page, number>();
  const tabId = async (page: Page) => {
    const id = known.get(page) ?? (await tabIdOf(browser, extensionUrl, page));
    known.set(page, id);
    await page.bringToFront();
    return id;
  };
  return {
    name: 'chromium',
    browser,
    extensionUrl,
    newPage: () => browser.newPage(),
    tabId,
    openPanelTab: async (page) => openPanelTab(browser, panelUrl(extensionUrl, await tabId(page))),
    openDevTools: (page) => openDevTools(page, extensionUrl),
    openDevToolsPanel: async (page) => (await openDevTools(page, extensionUrl)).panel,
    close: () => browser.close(),
  };
}
