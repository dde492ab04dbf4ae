import type { Page } from 'puppeteer-core';
import { type Announcement, type Batch, readBatch } from '#protocol';
import type { TestBrowser } from '#support/browser.ts';
import { until } from '#support/until.ts';

/** A document that records. */
export interface Recording {
  /** Its own, as the browser says. */
  readonly url: string;
  /** URLs of the sockets that were made in it. */
  readonly sockets: readonly string[];
  /** What it has told, as JSON has it. */
  readonly events: readonly unknown[];
  /** Events that no panel would take for such. */
  readonly refused: readonly unknown[];
}

/** What a document has told: the events of each batch, as JSON. */
interface Told {
  readonly url: string;
  readonly batches: string[];
}

/** What the WebExtensions APIs are here: those of a page of the extension, as far as they are needed. */
interface Api {
  readonly runtime: {
    readonly onMessage: {
      addListener(listener: (message: Announcement, sender: Sender) => undefined): void;
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
  readonly onMessage: { addListener(listener: (batch: Batch) => void): void };
  postMessage(message: unknown): void;
}

/** Attaches to every document that announces itself, as a panel does. Runs in a page of the extension. */
function attachToAll(): void {
  const scope = globalThis as unknown as { browser?: Api; chrome: Api; recordings: Map<string, Told> };
  const api = scope.browser ?? scope.chrome;
  const recordings = new Map<string, Told>();
  scope.recordings = recordings;
  api.runtime.onMessage.addListener(({ batch }, { tab, documentId, url }) => {
    const known = recordings.get(documentId);
    const batches = known?.batches ?? [];
    // It is gone before anyone can reach it.
    if (batch) batches.push(batch.events);
    if (known) return undefined;
    recordings.set(documentId, { url, batches });
    const port = api.tabs.connect(tab.id, { documentId, name: 'listening' });
    port.onMessage.addListener(({ events }) => {
      batches.push(events);
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

const isRefused = async (event: unknown): Promise<boolean> => {
  const events = JSON.stringify([event]);
  const batch = await readBatch({ origin: 0, events, bytes: undefined, counts: '', outcomes: [] });
  return batch?.events.length !== 1;
};

async function read({ url, batches }: Told): Promise<Recording> {
  const events = batches.flatMap((batch) => JSON.parse(batch));
  const refused = await Promise.all(events.map(isRefused));
  return {
    url,
    events,
    sockets: events.filter(({ type }) => type === 'construct').map((event) => event.url),
    refused: events.filter((_, index) => refused[index]),
  };
}

/** What has been recorded up to now. */
export async function recordings(listening: Page): Promise<Recording[]> {
  const told = await listening.evaluate(() => [
    ...(globalThis as unknown as { recordings: Map<string, Told> }).recordings.values(),
  ]);
  return Promise.all(told.map(read));
}
