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

function* searchFigures(what: string, searches: readonly Search[], bars: Partial<Search>): Iterable<Figure> {
  const p95 = (part: keyof Search) =>
    quantile(
      searches.map((search) => search[part]),
      0.95,
    );
  const names = { any: 'new result on screen', first: 'screenful of it, or all', whole: 'whole result' };
  for (const part of ['any', 'first', 'whole'] as const) {
    const most = bars[part];
    const figure = { name: `${what}: ${names[part]}, p95`, value: p95(part), unit: 'ms' } as const;
    yield most === undefined ? figure : { ...figure, most };
  }
}

/**
 * Typing in the filter: words letter by letter, expressions at once.
 * @param when is said with the figures
 */
export async function* filterFigures(page: Page, when: string): AsyncIterable<Figure> {
  let searches: Search[] = [];
  const ofWords = await watch(page, async () => {
    searches = await typeEach(page, words, (text) => [...text]);
  });
  yield* searchFigures(`${when}, words`, searches, { any: 100, first: 100, whole: 100 });
  yield* blockFigures(`${when}, words`, ofWords);
  const ofRegexes = await watch(page, async () => {
    searches = await typeEach(page, regexes, (text) => [text]);
  });
  yield* searchFigures(`${when}, regex`, searches, { any: 100, first: 100 });
  yield* blockFigures(`${when}, regex`, ofRegexes);
}
