import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { figures, recorded, shown } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

const GRID = '[role=grid][aria-label=Messages]';

describe.each(['chromium', 'firefox'] as const)('the table in %s', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;
  let panel: Page;

  /** Opens a page that is sent so many messages, so many a second, and the panel for it. */
  const open = async (query: string, messages: number) => {
    await page.goto(
      server.page(`<script>const socket = new WebSocket('${server.wsUrl}/?${query}')</script>`),
    );
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 554, height: 833 });
    await recorded(panel, messages);
  };
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
    page = await browser.newPage();
  });
  afterEach(() => panel.close());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Id of the row that is at a point of the window. */
  const rowAt = (x: number, y: number) =>
    panel.evaluate((left, top) => document.elementFromPoint(left, top)?.closest('[role=row]')?.id, x, y);
  const selected = () => panel.evaluate(() => document.querySelector('[role=row][aria-selected=true]')?.id);
  /** How far below the top of the window the selected row is, in CSS px. */
  const height = () =>
    panel.$eval('[role=row][aria-selected=true]', (row) => Math.round(row.getBoundingClientRect().top));
  const twoFrames = () =>
    panel.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  /** The same, once the details have their place beside the table. */
  const settled = () =>
    until('the table to have its height', async () => {
      const first = await height();
      await twoFrames();
      return first === (await height()) && first;
    });
  const middle = () =>
    panel.$eval(GRID, (grid) => {
      const { left, width, top, height: all } = grid.getBoundingClientRect();
      return { x: left + width / 2, y: top + all * 0.6 };
    });
  const more = async (messages: number) => {
    const before = (await figures(panel)).messages;
    await until('more messages', async () => (await figures(panel)).messages >= before + messages);
  };

  it.each([50, 1000])('selects the row that was under the pointer, at %i messages a second', async (rate) => {
    await open(`burst=100000&rate=${rate}`, 60);
    for (let i = 0; i < 8; i++) {
      const { x, y } = await middle();
      await panel.mouse.move(x, y - i);
      // What was drawn already when the pointer came is still shown.
      await twoFrames();
      const aimed = await until('a row under the pointer', () => rowAt(x, y - i));
      await more(rate / 10);
      await panel.mouse.down();
      await panel.mouse.up();
      expect(await until('a selected row', selected)).toBe(aimed);
      // Nor does it go away while more comes.
      await panel.waitForSelector('[aria-label="Message details"] [role=tabpanel]', { visible: true });
      const before = await settled();
      await more(rate / 5);
      expect([await selected(), await height()]).toEqual([aimed, before]);
      await panel.keyboard.press('Escape');
      await panel.mouse.move(5, 5);
      await (await panel.waitForSelector('.to-newest'))?.click();
      await until('the end', async () => (await panel.$('.to-newest')) === null);
    }
  });

  it('says how many rows are new where it stands still, and leads to them', async () => {
    await open('burst=100', 100);
    const { x, y } = await middle();
    await panel.mouse.click(x, y);
    await until('a selected row', selected);
    await page.evaluate(`new WebSocket('${server.wsUrl}/?burst=20')`);
    await recorded(panel, 120);
    await until('the pill', async () =>
      /2[0-9] new/.test(await panel.$eval('.to-newest', (pill) => pill.textContent ?? '')),
    );
    await panel.click('.to-newest');
    await until('the end', async () => (await panel.$('.to-newest')) === null);
  });

  it('is frozen by the space bar, loses nothing, and goes on by it', async () => {
    await open('burst=100000&rate=200', 60);
    await panel.focus(GRID);
    await panel.keyboard.press(' ');
    await until('no more to come in', async () => {
      const before = (await figures(panel)).shown;
      await more(40);
      return (await figures(panel)).shown === before;
    });
    await panel.keyboard.press(' ');
    const { messages } = await figures(panel);
    await until('all that came', async () => {
      const now = await figures(panel);
      return now.messages > messages && now.shown >= messages && now.lost === 0;
    });
  });

  it('has a row where recording was paused, and one with what was not kept', async () => {
    await open('burst=100000&rate=200', 60);
    const record = (on: boolean) =>
      panel.locator(`[role=toolbar] [aria-label=Record][aria-pressed=${!on}]`).click();
    await record(false);
    const said = () => panel.$eval('[role=status][aria-label=Session]', (status) => status.textContent);
    await until('messages that are not kept', async () => /[1-9][0-9] messages not kept/.test(await said()));
    await record(true);
    const paused =
      /recording paused.*Recording paused.*recording resumed.*Recording resumed · [0-9]+ messages not kept/;
    await panel.focus(GRID);
    await panel.keyboard.press('/');
    await panel.keyboard.type('type:pause OR type:resume');
    await until('both rows', async () => paused.test(await panel.$eval(GRID, (grid) => grid.textContent)));
  });

  it('keeps the selected row where it is on screen when the filter goes', async () => {
    await open('burst=500', 500);
    await panel.keyboard.press('/');
    await panel.keyboard.type('77');
    await shown(panel, 5);
    const { x } = await middle();
    const third = await panel.waitForSelector(`${GRID} [role=row][aria-rowindex="4"]`);
    const top = (await third?.boundingBox())?.y ?? 0;
    await panel.mouse.click(x, top + 5);
    const row = await until('a selected row', selected);
    const before = await settled();
    await panel.focus('input[type=search]');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('a');
    await panel.keyboard.up('Control');
    await panel.keyboard.press('Delete');
    await shown(panel, 500);
    await until(
      'the row to be where it was',
      async () => (await selected()) === row && (await height()) === before,
    );
  });
});
