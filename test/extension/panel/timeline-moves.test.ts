import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { textOf } from '#support/details.ts';
import { launch } from '#support/launch.ts';
import { figures, press, recorded } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { lanesBox } from '#support/timeline.ts';
import { until } from '#support/until.ts';

/** Height of the axis, and of a lane below it. */
const AXIS = 17;
const LANE = 24;

describe('moving over the timeline', () => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;
  let panel: Page;
  /** Of the drawing. */
  let box: { left: number; top: number; right: number };

  const visit = (...queries: string[]) =>
    page.goto(
      server.page(`<script>
        for (const query of ${JSON.stringify(queries).replaceAll('<', '\\u003c')}) new WebSocket('${server.wsUrl}/?' + query);
      </script>`),
    );

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch.chromium()]);
    page = await browser.newPage();
    await visit('burst=100&rate=100');
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 100);
    await visit('burst=100&rate=100', 'burst=10&close=4001,enough');
    await recorded(panel, 210);
    await until('all of it to be drawn', async () =>
      /210 received/.test(await textOf(panel, '#timeline-summary')),
    );
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    await press(panel, 'All');
    await until('all in view', async () => (await inView()) === undefined);
    box = await lanesBox(panel);
  });

  /** The words for the part of the session that is shown; `undefined` where that is all of it. */
  const inView = () =>
    panel.$eval(
      '#timeline-summary',
      ({ textContent }) => /shown from .*/.exec(textContent ?? '')?.[0] ?? undefined,
    );
  /** Waits until the axis has moved from what it showed before, to a part of the session. */
  const moved = (before: string | undefined) =>
    until('the axis to move', async () => {
      const now = await inView();
      return now !== undefined && now !== before && now;
    });
  /** How many ms are shown, and from when on. */
  const span = (words: string) => {
    const [from = 0, to = 0] = [...words.matchAll(/(\d+):(\d+):(\d+\.\d+)/g)].map(
      ([, hours, minutes, seconds]) => (Number(hours) * 60 + Number(minutes)) * 60e3 + Number(seconds) * 1e3,
    );
    return { from, to, length: to - from };
  };
  /** A point of the drawing: a part of the way along the axis, in the lane with that number from above. */
  const point = (part: number, lane: number) => ({
    x: box.left + (box.right - box.left) * part,
    y: box.top + AXIS + LANE * lane + LANE / 2,
  });
  const isFollowing = () =>
    panel.$$eval('button', (buttons) =>
      buttons.some(({ textContent, ariaPressed }) => textContent === 'Follow' && ariaPressed === 'true'),
    );
  const told = () => panel.evaluate(() => document.querySelector('.timeline-tip')?.textContent ?? '');

  it('zooms by the wheel and by a pinch of the touchpad, around the pointer, and pans sideways', async () => {
    const { x, y } = point(0.5, 1);
    await panel.mouse.move(x, y);
    await panel.mouse.wheel({ deltaY: -200 });
    const near = await moved(undefined);
    await panel.keyboard.down('Control');
    await panel.mouse.wheel({ deltaY: -20 });
    await panel.keyboard.up('Control');
    const nearer = await moved(near);
    expect(span(nearer).length).toBeLessThan(span(near).length);
    const middles = [near, nearer].map((words) => (span(words).from + span(words).to) / 2);
    expect(Math.abs((middles[1] ?? 0) - (middles[0] ?? 0))).toBeLessThan(5);
    await panel.mouse.wheel({ deltaX: 200 });
    expect(span(await moved(nearer)).from).toBeGreaterThan(span(nearer).from);
  });

  it('zooms in by a double click, and out with Shift', async () => {
    const { x, y } = point(0.4, 1);
    await panel.mouse.click(x, y, { count: 2 });
    const near = await moved(undefined);
    await panel.mouse.click(x, y, { count: 2 });
    const nearer = await moved(near);
    expect(span(nearer).length / span(near).length).toBeCloseTo(0.5, 1);
    await panel.keyboard.down('Shift');
    await panel.mouse.click(x, y, { count: 2 });
    await panel.keyboard.up('Shift');
    expect(span(await moved(nearer)).length / span(near).length).toBeCloseTo(1, 1);
  });

  it('pans where it is dragged with Shift, and selects nothing by that', async () => {
    await panel.mouse.click(point(0.4, 1).x, point(0.4, 1).y, { count: 2 });
    const before = await moved(undefined);
    await panel.keyboard.down('Shift');
    await panel.mouse.move(point(0.6, 1).x, point(0.6, 1).y);
    await panel.mouse.down();
    await panel.mouse.move(point(0.4, 1).x, point(0.4, 1).y, { steps: 4 });
    await panel.mouse.up();
    await panel.keyboard.up('Shift');
    const after = span(await moved(before));
    expect((after.from - span(before).from) / after.length).toBeCloseTo(0.2, 1);
    expect(await panel.$('aria/Clear selection')).toBeNull();
  });

  it('zooms by two fingers, as far as they are spread', async () => {
    await panel.mouse.click(point(0.5, 1).x, point(0.5, 1).y, { count: 2 });
    const half = span(await moved(undefined)).length;
    await press(panel, 'All');
    await until('all in view', async () => (await inView()) === undefined);
    const touch = await panel.createCDPSession();
    const fingers = (type: 'touchStart' | 'touchMove', apart: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [-1, 1].map((side, id) => ({
          id,
          x: point(0.5, 1).x + (side * apart) / 2,
          y: point(0.5, 1).y,
        })),
      });
    await fingers('touchStart', 100);
    for (const apart of [140, 180, 200]) await fingers('touchMove', apart);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await until('half of it', async () => Math.abs(span((await inView()) ?? '').length / half - 1) < 0.05);
    expect(await panel.$('aria/Clear selection')).toBeNull();
    await touch.detach();
  });

  it('leads to a row that is selected, and stays where that is in view', async () => {
    await panel.focus('[role=grid]');
    await panel.keyboard.press('Home');
    await panel.focus('[aria-label="Sockets over time"]');
    // Not so near that the second row, which may come late, were out of view with the first.
    for (let i = 0; i < 2; i++) await panel.keyboard.press('+');
    await panel.keyboard.press('End');
    await until('the newest', isFollowing);
    await panel.focus('[role=grid]');
    await panel.keyboard.press('End');
    await panel.keyboard.press('Home');
    const first = await moved(undefined);
    await panel.keyboard.press('ArrowDown');
    await until('the second row', async () => (await panel.$('#row-1[aria-selected=true]')) !== null);
    expect(await inView()).toBe(first);
  });

  it('selects the row that is clicked on', async () => {
    await panel.focus('[role=grid]');
    await panel.keyboard.press('Escape');
    await panel.waitForSelector('[role=row][aria-selected=true]', { hidden: true });
    let text = '';
    for (let part = 0.01; part < 1 && !/↓ text/.test(text); part += 0.005) {
      await panel.mouse.move(point(part, 0).x, point(part, 0).y + 6);
      text = await told();
    }
    await panel.mouse.down();
    await panel.mouse.up();
    const size = /text (\d+\sB)/.exec(text)?.[1] ?? '';
    await until('its row', async () =>
      (await textOf(panel, '[role=row][aria-selected=true]')).endsWith(size),
    );
  });

  it('marks where a page went away, and has its lanes below those of the page that is there', async () => {
    const { y } = point(0, -1);
    let text = '';
    for (let { x } = point(0.1, 0); x < box.right && !text.includes('Left:'); x += 3) {
      await panel.mouse.move(x, y);
      text = await told();
    }
    expect(text).toMatch(/Left: http:.*\/page\/0/);
    const names: string[] = [];
    for (const lane of [0, 1, 2]) {
      await panel.mouse.move(point(0.5, lane).x, point(0.5, lane).y);
      names.push(await told());
    }
    expect(names).toEqual([/^2 /, /^3 /, /^1 /].map((name) => expect.stringMatching(name)));
  });

  it('follows the newest, however far the session goes', async () => {
    await press(panel, 'Follow');
    const { messages } = await figures(panel);
    await page.evaluate((url) => {
      new WebSocket(url);
    }, `${server.wsUrl}/?burst=300&rate=300`);
    await recorded(panel, messages + 300);
    await panel.waitForSelector('.overview-window');
    expect(await isFollowing()).toBe(true);
  });
});
