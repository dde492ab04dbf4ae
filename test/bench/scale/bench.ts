import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Chromium } from '#support/chromium.ts';
import type { Bench, Figure } from '../figure.ts';
import { launchForBench } from '../launch.ts';
import { type Meter, meter } from '../meter.ts';
import { appendFigures } from './append.ts';
import { diskFigures } from './disk.ts';
import { buildScaleExtension } from './extension.ts';
import { filterFigures } from './filter.ts';
import { floorFigures, scrollFigures } from './scroll.ts';
import { timelineFigures } from './timeline.ts';

/** For how long nothing happens, in ms: the panel uses such times to make searching cheaper. */
const REST = 10_000;

/** The panel on a generated session of 1,000,000 messages of 100 to 2,000 bytes over 20 sockets. */
export const scale: Bench = async function* ({ quick }) {
  const extension = await buildScaleExtension();
  const chromium = await launchForBench(extension.folder);
  try {
    yield* floorFigures(await open(chromium, 'floor.html'));
    const page = await open(chromium, 'index.html');
    yield* growthFigures(page, await meter(page), quick ? 100_000 : 1_000_000);
    yield* filterFigures(page, 'filter at once');
    await delay(REST);
    yield* filterFigures(page, 'filter after a rest');
    yield* scrollFigures(page);
    yield* timelineFigures(page);
    yield* appendFigures(page, quick ? 3 : 10);
    await page.close();
    const another = await open(chromium, 'index.html');
    yield* diskFigures(another, await meter(another), quick ? 200_000 : 1_000_000);
  } finally {
    await chromium.close();
    await extension.remove();
  }
};

async function open({ browser, extensionUrl }: Chromium, name: string): Promise<Page> {
  const page = await browser.newPage({ type: 'window' });
  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(`${extensionUrl}/bench/${name}`);
  await page.waitForSelector('[role=grid]');
  return page;
}

async function* growthFigures(page: Page, { memory }: Meter, count: number): AsyncIterable<Figure> {
  const before = await memory();
  await page.evaluate((count) => scalePage.grow({ count }), count);
  const payload = await page.evaluate(() => scalePage.payload);
  yield { name: 'messages', value: count, unit: 'messages' };
  yield { name: 'payload, of a message', value: payload / count, unit: 'B' };
  const beyond = ((await memory()) - before - payload) / count;
  yield { name: 'memory beyond the payload, of a message', value: beyond, unit: 'B', most: 100 };
}
