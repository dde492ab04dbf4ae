import type { Frame, Page } from 'puppeteer-core';
import { until } from '#support/until.ts';

/** Gives DevTools a window of its own, without the page beside it. */
const undock = `import('./ui/legacy/legacy.js').then(({ DockController }) =>
  DockController.DockController.instance().setDockSide('undocked'))`;

/** Selects a message that came in, so that there is something to read. */
const selectMessage = (panel: Frame) =>
  panel.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('[role=grid] [role=row][aria-rowindex]');
    [...rows].findLast((row) => row.textContent?.includes('{'))?.click();
  });

/** Waits until what was last changed is on screen. */
const painted = (frame: Pick<Frame, 'evaluate'>) =>
  frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Takes a picture of DevTools with the panel, 1400 CSS pixels wide. */
export async function takePicture(
  { devTools, panel }: { readonly devTools: Page; readonly panel: Frame },
  path: `${string}.png`,
  scheme: 'light' | 'dark' = 'light',
): Promise<void> {
  const viewport = { width: 1400, height: 860 };
  await devTools.evaluate(undock);
  await devTools.setViewport(viewport);
  await devTools.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await until('the panel to fill DevTools', () =>
    panel.evaluate(({ width, height }) => innerWidth === width && innerHeight > height * 0.9, viewport),
  );
  await painted(panel);
  await selectMessage(panel);
  await painted(panel);
  await painted(devTools);
  await devTools.screenshot({ path });
}
