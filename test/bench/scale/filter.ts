import type { Page } from 'puppeteer-core';
import type { Figure } from '../figure.ts';
import { blockFigures } from '../smooth.ts';
import { quantile } from '../statistics.ts';
import { watch } from '../watch.ts';
import type { Search } from './page/search.ts';

/** From what is in every message to what is in none. */
const words = ['note', 'kader', 'lominor', 'zebra'];
const regexes = [
  '/"id":\\d+7,/',
  '/"type":"k\\w+"/i',
  '/(kader|lomi)\\w* se/',
  '/"id":\\d?9999\\d,/',
  '/\\bzz+top\\b/',
];

/** What every keystroke of a text takes, typed by hand or put in at once. */
async function type(page: Page, strokes: readonly string[]): Promise<Search[]> {
  const searches: Search[] = [];
  for (const stroke of strokes) {
    await page.evaluate(() => scalePage.awaitSearch());
    await page.keyboard.sendCharacter(stroke);
    searches.push(await page.evaluate(() => scalePage.search));
  }
  return searches;
}

async function clear(page: Page): Promise<void> {
  await page.focus('[role=searchbox], input[type=search]');
  await page.evaluate(() => {
    scalePage.awaitSearch();
    (document.activeElement as HTMLInputElement).select();
  });
  await page.keyboard.press('Backspace');
}

/** Types each text into the empty filter. @param split into the strokes of which it is typed */
export async function typeEach(
  page: Page,
  texts: readonly string[],
  split: (text: string) => readonly string[],
): Promise<Search[]> {
  const searches: Search[] = [];
  for (const text of texts) {
    await clear(page);
    searches.push(...(await type(page, split(text))));
  }
  await clear(page);
  // What is suggested would lie over the timeline.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  return searches;
}

/** Typing in the filter: words letter by letter, expressions at once. */
export async function* filterFigures(page: Page): AsyncIterable<Figure> {
  let searches: Search[] = [];
  const ofWords = await watch(page, async () => {
    searches = await typeEach(page, words, (text) => [...text]);
  });
  const p95 = (part: keyof Search) =>
    quantile(
      searches.map((search) => search[part]),
      0.95,
    );
  yield { name: 'filter, words: first screen, p95', value: p95('first'), unit: 'ms', most: 100 };
  yield { name: 'filter, words: whole result, p95', value: p95('whole'), unit: 'ms', most: 100 };
  yield* blockFigures('filter, words', ofWords);
  const ofRegexes = await watch(page, async () => {
    searches = await typeEach(page, regexes, (text) => [text]);
  });
  yield { name: 'filter, regex: first screen, p95', value: p95('first'), unit: 'ms', most: 100 };
  yield { name: 'filter, regex: whole result, p95', value: p95('whole'), unit: 'ms' };
  yield* blockFigures('filter, regex', ofRegexes);
}
