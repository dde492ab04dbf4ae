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

/** The timeline with everything in it. */
export async function* timelineFigures(page: Page): AsyncIterable<Figure> {
  yield* smoothFigures('timeline zoom and pan', await watch(page, () => zoomAndPan(page)));
}
