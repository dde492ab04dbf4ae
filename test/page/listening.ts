import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '#support/browser.ts';
import { until } from '#support/until.ts';

/** A document that records, by what the browser says of it, and the URLs of the sockets that were made in it. */
export interface Recording {
  readonly url: string;
  readonly sockets: readonly string[];
}

/** What the WebExtensions APIs are here: those of a page of the extension, as far as they are needed. */
interface Api {
  readonly runtime: {
    readonly onMessage: {
      addListener(listener: (message: unknown, sender: Sender) => undefined): void;
    };
  };
  readonly tabs: { connect(tabId: number, options: object): Port };
}
interface Sender {
  readonly tab: { readonly id: number };
  readonly documentId: string;
  readonly url: string;
}
interface Port {
  readonly onMessage: { addListener(listener: (batch: { readonly events: string }) => void): void };
  postMessage(message: unknown): void;
}

/** Attaches to every document that announces itself, as a panel does. Runs in a page of the extension. */
function attachToAll(): void {
  const scope = globalThis as unknown as { browser?: Api; chrome: Api; recordings: Map<string, Recording> };
  const api = scope.browser ?? scope.chrome;
  const recordings = new Map<string, Recording & { sockets: string[] }>();
  scope.recordings = recordings;
  api.runtime.onMessage.addListener((_, { tab, documentId, url }) => {
    if (recordings.has(documentId)) return undefined;
    const recording = { url, sockets: [] as string[] };
    recordings.set(documentId, recording);
    const port = api.tabs.connect(tab.id, { documentId, name: 'listening' });
    port.onMessage.addListener(({ events }) => {
      for (const event of JSON.parse(events))
        if (event.type === 'construct') recording.sockets.push(event.url);
      port.postMessage({ type: 'acknowledge' });
    });
    port.postMessage({ type: 'attach', after: 0 });
    return undefined;
  });
}

/** A page of the extension that records all tabs, as panels do. */
export async function openListening(browser: TestBrowser): Promise<Page> {
  const page = await browser.newPage();
  const url = `${browser.extensionUrl}/manifest.json`;
  // Firefox does not tell that pages of an extension have loaded.
  await page.goto(url, { waitUntil: [] });
  await until('a page of the extension', () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
  await page.evaluate(attachToAll);
  return page;
}

/** What has been recorded up to now. */
export const recordings = (listening: Page): Promise<Recording[]> =>
  listening.evaluate(() => [
    ...(globalThis as unknown as { recordings: Map<string, Recording> }).recordings.values(),
  ]);
