import type { Page } from 'puppeteer-core';
import type { Figure } from '../figure.ts';
import { smoothFigures } from '../smooth.ts';
import { watch } from '../watch.ts';

const FRAMES = 300;
const WHEEL_STEPS = 150;

/**
 * Drags the scroll bar from one end to the other, a step every frame; gives how many rows were missing of what was in
 * view, over all frames. Runs in the page.
 */
async function sweep(frames: number): Promise<number> {
  const grid = document.querySelector('[role=grid]') as HTMLElement;
  const missing = () => {
    const rows = [...grid.querySelectorAll<HTMLElement>('[role=row][aria-selected]')];
    const filled = rows.filter((row) => row.textContent !== '');
    const height = filled[0]?.offsetHeight ?? 1;
    const top = filled[0]?.getBoundingClientRect().top ?? 0;
    const bottom = grid.getBoundingClientRect().top + grid.clientHeight;
    return Math.max(0, Math.floor((bottom - top) / height) - filled.length);
  };
  let blank = 0;
  for (let i = 0; i <= frames; i++) {
    grid.scrollTop = ((grid.scrollHeight - grid.clientHeight) * i) / frames;
    // The panel has heard of the step when callbacks of the next frame run: what is in the document then is drawn.
    await new Promise((frame) => requestAnimationFrame(frame));
    blank += missing();
  }
  return blank;
}

async function wheel(page: Page, selector: string, steps: number, deltaY: number): Promise<void> {
  const box = await page.$(selector);
  await box?.hover();
  for (let i = 0; i < steps; i++) await page.mouse.wheel({ deltaY });
}

/** Scrolling through the whole table: by the scroll bar, and by the wheel. */
export async function* scrollFigures(page: Page): AsyncIterable<Figure> {
  let blank = 0;
  const swept = await watch(page, async () => {
    blank = await page.evaluate(sweep, FRAMES);
  });
  yield { name: 'scroll bar: blank rows', value: blank, unit: 'rows', most: 0 };
  yield* smoothFigures('scroll bar', swept);
  yield* smoothFigures('wheel', await watch(page, () => wheel(page, '[role=grid]', WHEEL_STEPS, -300)));
}

/** The same scroll bar on a list that does next to nothing: what this machine takes to draw a screen of text. */
export async function* floorFigures(page: Page): AsyncIterable<Figure> {
  for (const figure of smoothFigures(
    'floor, scroll bar',
    await watch(page, () => page.evaluate(sweep, FRAMES)),
  )) {
    const { name, value, unit } = figure;
    yield { name, value, unit };
  }
}
