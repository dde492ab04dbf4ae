import type { Page } from 'puppeteer-core';

/** Where in the window the lanes are drawn, beside their heads, in CSS px. */
export const lanesBox = (panel: Page): Promise<{ left: number; top: number; right: number }> =>
  panel.$eval('[aria-label=Timeline] .timeline-canvas', (canvas) => {
    const { right, top } = canvas.getBoundingClientRect();
    const heads = document.querySelector('[role=listbox][aria-label=Sockets]');
    return { left: heads?.getBoundingClientRect().right ?? 0, top, right };
  });
