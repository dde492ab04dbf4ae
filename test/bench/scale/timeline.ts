import type { Page } from 'puppeteer-core';
import type { Figure } from '../figure.ts';
import { smoothFigures } from '../smooth.ts';
import { watch } from '../watch.ts';

const STEPS = 60;

/** Zooms into the timeline, pans, and zooms out again, by the wheel. */
async function zoomAndPan(page: Page): Promise<void> {
  const canvas = await page.$('[aria-label=Timeline] .timeline-canvas');
  if (!canvas) throw new Error('There is no timeline');
  await canvas.hover();
  const steps = [{ deltaY: -60 }, { deltaX: 80 }, { deltaX: -80 }, { deltaY: 60 }];
  for (const step of steps) for (let i = 0; i < STEPS; i++) await page.mouse.wheel(step);
}

/** Notes how often the part of the session that is in view has changed. Runs in the page. */
function noteViews(): void {
  const summary = document.querySelector('#timeline-summary') as HTMLElement;
  const views = new Set<string>();
  new MutationObserver(() => views.add(summary.textContent ?? '')).observe(summary, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  Object.assign(globalThis, { countViews: () => views.size });
}

/** The timeline with everything in it. */
export async function* timelineFigures(page: Page): AsyncIterable<Figure> {
  await page.evaluate(noteViews);
  const watched = await watch(page, () => zoomAndPan(page));
  const views = (await page.evaluate('globalThis.countViews()')) as number;
  if (views < STEPS) throw new Error(`The timeline was to be moved, and was seen in ${views} places only`);
  yield* smoothFigures('timeline zoom and pan', watched);
}
