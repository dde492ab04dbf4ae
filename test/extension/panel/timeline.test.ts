import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { textOf } from '#support/details.ts';
import { launch } from '#support/launch.ts';
import { figures, press, recorded, shown } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { lanesBox } from '#support/timeline.ts';
import { until } from '#support/until.ts';
import { exportHar } from '../../../scripts/demo/export.ts';

describe('the timeline', () => {
  let server: Server;
  let browser: TestBrowser;
  let panel: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch.chromium()]);
    const page = await browser.newPage();
    const urls = ['burst=200&rate=100', 'greet=hi&close=4001,enough'].map(
      (query) => `${server.wsUrl}/?${query}`,
    );
    await page.goto(
      server.page(`<script>
        for (const url of ${JSON.stringify(urls).replaceAll('<', '\\u003c')}) new WebSocket(url);
      </script>`),
    );
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 201);
    await until('all of it to be drawn', async () => /1 closed, .*201 received/.test(await summary()));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const summary = () => textOf(panel, '#timeline-summary');
  const boxOf = (selector: string) =>
    panel.$eval(selector, (element) => {
      const { left, top, right } = element.getBoundingClientRect();
      return { left, top, right };
    });
  const drag = async (from: number, to: number, y: number) => {
    await panel.mouse.move(from, y);
    await panel.mouse.down();
    await panel.mouse.move(to, y, { steps: 4 });
    await panel.mouse.up();
  };
  const isPressed = (name: string) =>
    panel.$$eval(
      '[aria-label=Timeline] button',
      (buttons, text) => buttons.find(({ textContent }) => textContent === text)?.ariaPressed === 'true',
      name,
    );
  const pressKey = async (key: '0' | 'Enter' | 'Escape' | 'Home' | '+') => {
    await panel.focus('[aria-label="Sockets over time"]');
    await panel.keyboard.press(key);
  };

  it('comes to rest, and asks for no frame, where nothing comes', async () => {
    const framesAskedFor = () =>
      panel.evaluate(async () => {
        const frame = window.requestAnimationFrame;
        let others = 0;
        window.requestAnimationFrame = (draw) => {
          others++;
          return frame(draw);
        };
        for (let frames = 0; frames < 30; frames++) await new Promise((next) => frame(next));
        window.requestAnimationFrame = frame;
        return others;
      });
    await until('half a second without a frame', async () => (await framesAskedFor()) === 0);
  });

  it('tells what is under the pointer, a close with its code', async () => {
    const { left, top, right } = await lanesBox(panel);
    let told = '';
    for (let x = left; x < right && !told.includes('Closed'); x += 3) {
      await panel.mouse.move(x, top + 17 + 24 + 12);
      told = await panel.evaluate(() => document.querySelector('.timeline-tip')?.textContent ?? '');
    }
    expect(told).toMatch(/Closed: 4001 .*enough/s);
    await panel.mouse.move(0, 0);
  });

  it('narrows the table to what is dragged over, and an export with it', async () => {
    const { left, top, right } = await lanesBox(panel);
    await drag(left + 1, (left + right) / 2, top + 30);
    await until('fewer rows', async () => (await figures(panel)).shown < 201);
    const folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    await exportHar(browser.browser, panel.mainFrame(), join(folder, 'part.har'));
    const { log } = JSON.parse(await readFile(join(folder, 'part.har'), 'utf8'));
    await rm(folder, { recursive: true });
    const messages = log.entries.flatMap(
      ({ _webSocketMessages }: { _webSocketMessages: unknown[] }) => _webSocketMessages,
    );
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.length).toBeLessThan(201);
    await shown(panel, messages.length);
    await press(panel, 'Clear selection');
    await shown(panel, 201);
  });

  it('shows the part that is dragged over in its overview, and by keys all again', async () => {
    const { left, right } = await lanesBox(panel);
    const { top } = await boxOf('.overview');
    await until('all', () => isPressed('All'));
    await drag(left + 20, (left + right) / 2, top + 10);
    await until(
      'a part',
      async () => !(await isPressed('All')) && (await panel.$('.overview-window')) !== null,
    );
    await pressKey('0');
    await until('all', () => isPressed('All'));
  });

  it('selects what is in view by a key, and lets go of it by another', async () => {
    await pressKey('+');
    await pressKey('Home');
    await until('words about it', async () => /shown from .* to /.test(await summary()));
    await pressKey('Enter');
    await panel.waitForSelector('aria/Clear selection');
    await pressKey('Escape');
    await until('no selection', async () => (await panel.$('aria/Clear selection')) === null);
    await pressKey('0');
  });

  it('has charts of the rates, which say in words what was the most', async () => {
    await press(panel, 'Rates');
    await panel.waitForSelector('.rate canvas');
    await until('three charts', async () => {
      const said = await panel.$$eval('.rate [role=img]', (charts) =>
        charts.map(({ ariaLabel }) => ariaLabel),
      );
      return said.length === 3 && /^Messages\/s: peak ↑0 ↓\d+/.test(said[0] ?? '');
    });
  });
});
