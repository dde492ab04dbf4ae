import type { Page } from 'puppeteer-core';
import type { Figure } from '../figure.ts';
import type { Meter } from '../meter.ts';
import { blockFigures } from '../smooth.ts';
import { watch } from '../watch.ts';
import { typeEach } from './filter.ts';

/** So many bytes of payloads are in memory, the others on disk. */
const BUDGET = 64 * 2 ** 20;

/** Lets the session grow as fast as it can; gives the time for a message in ms. */
async function grow(page: Page, count: number): Promise<number> {
  const since = performance.now();
  await page.evaluate((count) => scalePage.grow({ count }), count);
  return (performance.now() - since) / count;
}

/** A session that grows far beyond its budget: its memory, how fast it takes messages, and a search through all of it. */
export async function* diskFigures(page: Page, { memory }: Meter, count: number): AsyncIterable<Figure> {
  const before = await memory();
  // What the budget has room for: nothing goes to disk yet.
  const few = Math.floor(count / 20);
  const inMemory = await grow(page, few);
  await page.evaluate((budget) => scalePage.allow(budget), BUDGET);
  let onDisk = 0;
  const growing = await watch(page, async () => {
    onDisk = await grow(page, count - few);
  });
  yield { name: 'on disk: time to take a message, to that in memory', value: onDisk / inMemory, unit: '×' };
  yield* blockFigures('on disk: taking', growing);
  await page.evaluate((budget) => scalePage.allow(budget), BUDGET);
  const payload = await page.evaluate(() => scalePage.payload);
  const held = (await memory()) - before;
  yield { name: 'on disk: payload', value: payload / 1e6, unit: 'MB' };
  yield { name: 'on disk: memory', value: held / 1e6, unit: 'MB' };
  const beyond = (held - BUDGET) / count;
  yield { name: 'on disk: memory beyond the budget, of a message', value: beyond, unit: 'B', most: 100 };
  let whole = 0;
  const searching = await watch(page, async () => {
    const [search] = await typeEach(page, ['zebra'], (text) => [text]);
    whole = search?.whole ?? Number.NaN;
  });
  yield { name: 'on disk: search for a word through all of it', value: whole, unit: 'ms' };
  yield* blockFigures('on disk: search', searching);
}
