import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** Between two clicks, in ms. */
const PAUSE = 400;

/** What takes less than this, in ms, is not reported by the browser. */
const QUICK = 16;

/** Notes for how long clicks wait until what they changed is drawn, https://w3c.github.io/event-timing/. Runs in the page. */
function noteClicks(quick: number): void {
  const answers: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'click') answers.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: quick } as PerformanceObserverInit);
  Object.assign(globalThis, { clickAnswers: answers });
}

/** Clicks one row of the table after another: the table moves on below, and what was clicked is shown in full. */
const click = (page: Page, count: number) => page.mouse.click(600, 400 + (count % 5) * 20);

/** Clicks in the panel for as long as something goes on; gives how long each click waited to be answered, in ms. */
export async function clickDuring(page: Page, something: Promise<unknown>): Promise<number[]> {
  await page.evaluate(noteClicks, QUICK);
  let going = true;
  const end = something.finally(() => {
    going = false;
  });
  let count = 0;
  for (; going; count++) {
    await click(page, count);
    await Promise.race([end, delay(PAUSE)]);
  }
  const slow = (await page.evaluate('globalThis.clickAnswers')) as number[];
  return [...slow, ...Array<number>(Math.max(0, count - slow.length)).fill(QUICK)];
}
