import type { Browser, Frame, Page } from 'puppeteer-core';
import { launchChromium } from '#support/chromium.ts';
import { startDemo } from '#support/demo/demo.ts';

/** A page that runs, and the panel that watches it, in DevTools. */
export interface Watched {
  readonly browser: Browser;
  readonly devTools: Page;
  readonly panel: Frame;
}

export interface WatchOptions {
  /** Of the page; the demo's where there is none. */
  readonly url?: string | undefined;
  readonly headless: boolean;
}

/** Opens a page with DevTools on the panel, waits until it has been watched, and closes everything. */
export async function watch(
  { url, headless }: WatchOptions,
  watched: (watched: Watched) => Promise<void>,
): Promise<void> {
  const demo = url === undefined ? await startDemo() : undefined;
  try {
    const chromium = await launchChromium({ headless });
    try {
      const [page = await chromium.newPage()] = await chromium.browser.pages();
      // DevTools comes after the page: what the page did before is on record all the same.
      await page.goto(url ?? `${demo?.url}/`, { waitUntil: 'domcontentloaded' });
      await watched({ browser: chromium.browser, ...(await chromium.openDevTools(page)) });
    } finally {
      await chromium.close();
    }
  } finally {
    await demo?.close();
  }
}
