import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriousIn } from '#support/axe.ts';
import { openComposer, recorded, selectRow } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe('the panel, for everybody', () => {
  const stage = useStage();
  let panel: Page;

  beforeAll(async () => {
    await stage.page.goto(
      stage.server.page(`<script>
        new WebSocket('${stage.server.wsUrl}/?burst=60&close=1011,oops');
        new WebSocket('${stage.server.wsUrl}/?greet={"a":[1,null]}').onopen = ({ target }) => target.send('sent');
      </script>`),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await recorded(panel, 62);
  });

  it.each([
    [1400, 'light'],
    [1400, 'dark'],
    [700, 'light'],
    [380, 'dark'],
  ])('has nothing that axe finds serious, %i px wide, %s', async (width, scheme) => {
    await panel.setViewport({ width, height: 800 });
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await selectRow(panel, ['received']);
    await panel.waitForSelector('[aria-label="Message details"] [role=textbox]');
    expect(await seriousIn(panel)).toEqual([]);
  });

  it('does not scroll sideways, down to 320 px', async () => {
    await panel.setViewport({ width: 320, height: 700 });
    const widths = () =>
      panel.evaluate(() =>
        [innerWidth, ...[...document.querySelectorAll('html, main')].map((part) => part.scrollWidth)].join(),
      );
    await until('all of it in view', async () => (await widths()) === '320,320,320');
  });

  it('leads through all of its parts by Tab, with the focus in sight', async () => {
    await panel.setViewport({ width: 1400, height: 800 });
    // Of the socket that is open: to the other nothing can be sent.
    await panel.locator('[role=option]:has([role=img][aria-label=open])').click();
    await selectRow(panel, ['sent']);
    await openComposer(panel);
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await panel.keyboard.press('Tab');
      const { name, outlined } = await panel.evaluate(() => {
        const focused = document.activeElement ?? document.body;
        // Past the last part the focus leaves the page, to the browser's own buttons.
        if (focused === document.body) return { name: '', outlined: true };
        const { outlineStyle } = getComputedStyle(focused.closest('.cm-editor') ?? focused);
        return { name: focused.ariaLabel ?? focused.textContent ?? '', outlined: outlineStyle !== 'none' };
      });
      expect(outlined, `the focus on ${name} can be seen`).toBe(true);
      seen.add(name);
    }
    const parts = [
      'Record',
      'Export',
      'Filter messages',
      'Sockets',
      'Messages',
      'Resend',
      'Compose',
      'Send to server',
    ];
    expect([...seen]).toEqual(expect.arrayContaining(parts));
  });
});
