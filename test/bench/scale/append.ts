import type { Page } from 'puppeteer-core';
import type { Figure } from '../figure.ts';
import { smoothFigures } from '../smooth.ts';
import { quantile } from '../statistics.ts';
import { watch } from '../watch.ts';
import { typeEach } from './filter.ts';
import type { Search } from './page/search.ts';

const RATE = 30_000;

/** A filter that some pass, and that makes every payload be read. */
const FILTER = 'kader';

/** The session grows by 30,000 messages a second while a filter is on; then the filter is changed meanwhile. */
export async function* appendFigures(page: Page, seconds: number): AsyncIterable<Figure> {
  const order = { count: RATE * seconds, rate: RATE };
  await page.focus('input[type=search]');
  await page.keyboard.sendCharacter(FILTER);
  let time = 0;
  const watched = await watch(page, async () => {
    time = await page.evaluate((order) => scalePage.grow(order), order);
  });
  yield* smoothFigures('appending 30,000/s, filter on', watched);
  yield { name: 'appended', value: (order.count * 1000) / time, unit: '/s', least: RATE * 0.9 };
  const grown = page.evaluate((order) => scalePage.grow(order), order);
  const searches: Search[] = await typeEach(page, ['note', 'kader'], (text) => [...text]);
  await grown;
  const first = quantile(
    searches.map((search) => search.first),
    0.95,
  );
  yield { name: 'typing while appending: first screen, p95', value: first, unit: 'ms', most: 100 };
}
