import type { Page } from 'puppeteer-core';
import { panelUrl } from '#support/browser.ts';
import { startServer } from '#support/server.ts';
import type { Bench } from '../figure.ts';
import { launchForBench } from '../launch.ts';
import { median } from '../statistics.ts';
import { receiveIn } from '../stream/received.ts';

/** When a panel had its first rows on screen, and when everything, in ms after it was asked for. */
interface Opened {
  readonly first: number;
  readonly all: number;
}

/** Looks at every frame of a panel that is being opened. Runs in the panel, before anything else. */
function noteOpening(count: number): void {
  const opened = new Promise<Opened>((done) => {
    let first: number | undefined;
    const look = () => {
      const now = performance.now();
      const status = document.querySelector<HTMLElement>('[role=status][data-messages]');
      if (document.querySelector('[role=grid] [role=row][aria-selected]')) first ??= now;
      if (first !== undefined && Number(status?.dataset.messages) >= count) done({ first, all: now });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, { opened });
}

async function open(panel: Page, url: string, count: number): Promise<Opened> {
  await panel.evaluateOnNewDocument(noteOpening, count);
  await panel.goto(url);
  return (await panel.evaluate('globalThis.opened')) as Opened;
}

/** Opening the panel on a tab that has been recorded for a while. */
export const opening: Bench = async function* ({ quick }) {
  const count = 100_000;
  const server = await startServer();
  const chromium = await launchForBench();
  try {
    const page = await chromium.browser.newPage({ type: 'window' });
    await page.goto(server.page('<title>Opening</title>'));
    await receiveIn(page, `${server.wsUrl}/?burst=${count}&size=100`, count, Number.POSITIVE_INFINITY);
    const url = panelUrl(chromium.extensionUrl, await chromium.tabId(page));
    const rounds: Opened[] = [];
    for (let i = 0; i < (quick ? 2 : 5); i++) {
      const panel = await chromium.browser.newPage({ type: 'window' });
      rounds.push(await open(panel, url, count));
      await panel.close();
    }
    yield { name: 'messages recorded before', value: count, unit: 'messages' };
    const times = (part: keyof Opened) => median(rounds.map((round) => round[part]));
    yield { name: 'first rows', value: times('first'), unit: 'ms', most: 1000 };
    yield { name: 'all messages', value: times('all'), unit: 'ms', most: 1000 };
  } finally {
    await chromium.close();
    await server.close();
  }
};
