import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DETAILS, panelOf, selectSent, showTab } from '#support/details.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const LENGTH = 65_536;

/** Texts of one line that are all of something, as expressions of the page; the first is the measure of the others. */
const texts = {
  letters: `'ordinary text '.repeat(${LENGTH} / 14)`,
  controls: `'\\u0001'.repeat(${LENGTH})`,
  'controls between letters': `'a\\u0003'.repeat(${LENGTH / 2})`,
  'what has no width': `'\\u200b'.repeat(${LENGTH})`,
  'what turns the line around': `'\\u202ea\\u2066\\u200f'.repeat(${LENGTH / 4})`,
  'halves of characters': `'\\ud83dx'.repeat(${LENGTH / 2})`,
  'marks on one letter': `'e' + '\\u0301'.repeat(${LENGTH})`,
  emoji: `'👩‍👩‍👧‍👦'.repeat(${LENGTH / 8})`,
  'a word': `'x'.repeat(${LENGTH})`,
  tabs: `'\\t'.repeat(${LENGTH})`,
  'zero bytes': `new Uint8Array(${LENGTH})`,
} as const;

/** Watches, in the panel, for how long at most it does not come to a timer, in ms. */
const watch = (panel: Page) =>
  panel.evaluate(() => {
    const state = globalThis as unknown as { longest: number; watching?: ReturnType<typeof setInterval> };
    clearInterval(state.watching);
    let last = performance.now();
    state.longest = 0;
    state.watching = setInterval(() => {
      state.longest = Math.max(state.longest, performance.now() - last);
      last = performance.now();
    });
  });

const longest = (panel: Page) => panel.evaluate(() => (globalThis as unknown as { longest: number }).longest);

describe.each(['chromium', 'firefox'] as const)('in %s a line of 65,536', (name) => {
  const stage = useStage(name);
  let panel: Page;
  let ordinary = 0;

  beforeAll(async () => {
    panel = await panelOf(stage, Object.values(texts));
  });

  it.each((Object.keys(texts) as (keyof typeof texts)[]).map((text, at) => [text, at] as const))(
    'of %s is shown as soon as any',
    async (text, at) => {
      await selectSent(panel, 0);
      await showTab(panel, 'hex');
      await watch(panel);
      await selectSent(panel, at);
      // Of bytes that say nothing there is no preview.
      const views = texts[text].startsWith('new')
        ? (['text', 'hex'] as const)
        : (['text', 'preview'] as const);
      for (const view of views) {
        await showTab(panel, view);
        await until('what it shows', () => panel.$(`${DETAILS} .cm-line, ${DETAILS} .hex-row`).then(Boolean));
        const elements = await panel.$$eval(`${DETAILS} *`, ({ length }) => length);
        expect(elements).toBeLessThan(3000);
      }
      const took = await longest(panel);
      if (at === 0) ordinary = took;
      expect(took).toBeLessThan(2000 + 3 * ordinary);
    },
  );
});
