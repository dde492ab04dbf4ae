import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriousIn } from '#support/axe.ts';
import { figures, recorded, shown } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe('finding a message', () => {
  const stage = useStage();
  let panel: Page;

  beforeAll(async () => {
    await stage.page.goto(
      stage.server.page(`<script>
        const socket = new WebSocket('${stage.server.wsUrl}/?burst=300&echo');
        socket.onopen = () => socket.send('the longest message of them all');
      </script>`),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1400, height: 800 });
    await recorded(panel, 302);
  });

  const press = async (...keys: Parameters<Page['keyboard']['press']>[0][]) => {
    for (const key of keys) await panel.keyboard.press(key);
  };
  const withControl = async (key: 'f' | 'g') => {
    await panel.keyboard.down('Control');
    await press(key);
    await panel.keyboard.up('Control');
  };
  const selected = () =>
    panel.evaluate(
      () => document.querySelector('[role=row][aria-selected=true] .cell-preview')?.textContent ?? '',
    );

  it('by a filter that is put together from what is offered', async () => {
    await press('/');
    await panel.keyboard.type('di');
    await panel.waitForSelector('[role=option]::-p-text(dir:)');
    expect(await seriousIn(panel)).toEqual([]);
    await press('ArrowDown', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
    await shown(panel, 1);
    await panel.waitForSelector('::-p-text(Jump to newest)', { hidden: true });
    await press('Escape');
    await shown(panel, 302);
  });

  it('by walking through what Find has hit, all rows staying', async () => {
    await withControl('f');
    await panel.keyboard.type('99');
    await until('the first hit', async () => (await selected()) === '99');
    await press('Enter');
    await until('the next', async () => (await selected()) === '199');
    await panel.waitForSelector('[role=status]::-p-text(2 of 3)');
    expect(await seriousIn(panel)).toEqual([]);
    expect((await figures(panel)).shown).toBe(302);
    await press('Escape');
  });

  it('by its number', async () => {
    await withControl('g');
    await panel.keyboard.type('1');
    await press('Enter');
    await until('the first row', async () => (await selected()).includes('Opening'));
  });

  it('by its size, and marks it', async () => {
    // The bar above the table moves its header when it goes.
    await panel.waitForSelector('.find-bar', { hidden: true });
    await panel.click('[role=columnheader] ::-p-text(Size)');
    await panel.waitForSelector('[role=columnheader][aria-sort=ascending]');
    await panel.click('[role=columnheader] ::-p-text(Size)');
    await panel.waitForSelector('[role=columnheader][aria-sort=descending]');
    // The row that was selected keeps its place on screen: what is first may be out of view.
    await until('the longest first', async () => {
      await press('Home');
      return (await selected()).includes('longest');
    });
    await press('m');
    await until('its mark', async () => (await selected()).includes('marked'));
    await press('c');
    await panel.waitForSelector('[role=dialog][aria-label^=Columns]');
    expect(await seriousIn(panel)).toEqual([]);
  });
});
