import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { DETAILS, showTab, textOf } from '#support/details.ts';
import { launch } from '#support/launch.ts';
import { figures, recorded, rows, selectRow, shown } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { lanesBox } from '#support/timeline.ts';
import { until } from '#support/until.ts';

let server: Server;
let browser: TestBrowser;
let page: Page;
let panel: Page;

/** Opens a page with a socket for each query, and the panel once it has that many messages. */
async function open(messages: number, ...queries: string[]): Promise<void> {
  const urls = queries.map((query) => `${server.wsUrl}/?${query}`);
  await page.goto(
    server.page(`<script>
      const sockets = ${JSON.stringify(urls).replaceAll('<', '\\u003c')}.map((url) => new WebSocket(url));
    </script>`),
  );
  panel = await browser.openPanelTab(page);
  await panel.setViewport({ width: 1200, height: 800 });
  await recorded(panel, messages);
}

const GRID = '[role=grid][aria-label=Messages]';

/** Numbers of the rows in view. */
const numbers = async () => (await rows(panel)).map(([number]) => Number(number?.replace(/\D/g, '')));

const detailsText = () => textOf(panel, DETAILS);

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
    page = await browser.newPage();
  });
  afterEach(() => panel.close());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe('the messages table', () => {
    it('follows the newest, until one scrolls away, and again when asked to', async () => {
      await open(500, 'burst=500&size=50');
      const last = (await panel.$eval(GRID, (grid) => Number(grid.ariaRowCount))) - 1;
      await until('the newest row', async () => (await numbers()).at(-1) === last);
      await panel.hover(GRID);
      await panel.mouse.wheel({ deltaY: -2000 });
      // The browser may take its time to get there.
      const older = last - 2000 / 20;
      await until('rows that are 2000 px older', async () => {
        const end = (await numbers()).at(-1) ?? 0;
        // There may be some in the document that are below what is seen.
        return end >= older && end <= older + 3;
      });
      const [first] = await numbers();
      await page.evaluate(`sockets.push(new WebSocket('${server.wsUrl}/?burst=50'))`);
      await recorded(panel, 550);
      expect((await numbers())[0]).toBe(first);
      await panel.locator('.to-newest').click();
      await until('the newest row', async () => (await rows(panel)).at(-1)?.at(-1) === '49');
    });

    it('has few rows in the document, however many there are, and says how many', async () => {
      await open(20_000, 'burst=20000');
      expect(await panel.$eval(GRID, (grid) => grid.ariaRowCount)).toBe('20003');
      expect(await panel.$$eval('[role=row]', (all) => all.length)).toBeLessThan(100);
    });

    it('is moved through by keys', async () => {
      await open(300, 'burst=300');
      await panel.focus(GRID);
      const selected = () =>
        panel.$eval(GRID, (grid) => {
          const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
          return active?.ariaSelected === 'true' ? Number(active.ariaRowIndex) - 1 : undefined;
        });
      const arrives = async (key: KeyInput, at: (row: number) => boolean) => {
        await panel.keyboard.press(key);
        await until(`${key} to arrive`, async () => at((await selected()) ?? -1));
      };
      await arrives('Home', (row) => row === 1);
      await arrives('ArrowDown', (row) => row === 2);
      await arrives('PageDown', (row) => row > 10 && row < 60);
      await arrives('End', (row) => row === 302);
      await arrives('ArrowUp', (row) => row === 301);
    });

    it('tells direction, kind and size of a message, and what happened to the socket', async () => {
      await open(1, 'greet=hello&echo&close=4001,enough&after=1');
      await page.evaluate("sockets[0].send('ping')");
      const all = await until('the end', async () => {
        const now = await rows(panel);
        return now.at(-1)?.at(-1)?.startsWith('Closed') && now;
      });
      const told = all.map(([, , , direction, kind, size, , preview]) =>
        [direction, kind, size, preview].join(' '),
      );
      expect(told[0]).toMatch(/new .*Opening .*ws:/);
      expect(told.join('\n')).toMatch(
        /↓received text 5\sB hello\n↑sent text 4\sB ping\n↓received text 4\sB ping\n.*4001 .*enough/s,
      );
    });

    it('shows what the filter passes, and says beside the box what is wrong with it', async () => {
      await open(100, 'burst=100');
      await panel.keyboard.press('/');
      await panel.keyboard.type('dir:in 77');
      await shown(panel, 1);
      await panel.keyboard.press('Escape');
      await panel.keyboard.type('/(/');
      const alert = () => panel.$eval('.filter [role=alert]', (said) => said.textContent ?? '');
      await until('a word about it', async () => (await alert()).includes('regular expression'));
      expect((await figures(panel)).messages).toBe(100);
    });

    it('is over the sockets that are chosen', async () => {
      await open(30, 'burst=10', 'burst=20');
      await panel.locator('#lane-socket-0').click();
      await shown(panel, 10);
      await panel.keyboard.down('Control');
      await panel.locator('#lane-socket-1').click();
      await panel.keyboard.up('Control');
      await shown(panel, 30);
      await panel.locator('#lane-socket-1').click();
      await shown(panel, 20);
      await panel.focus('[role=listbox][aria-label=Sockets]');
      await panel.keyboard.down('Control');
      await panel.keyboard.press('a');
      await panel.keyboard.up('Control');
      await shown(panel, 30);
    });
  });

  describe('message details', () => {
    it('lay JSON out, and have the text and the bytes as they are', async () => {
      const json = '{"a":[1,{"b":"é"}]}';
      await open(1, `greet=${encodeURIComponent(json)}`);
      await selectRow(panel, [json]);
      await showTab(panel, 'preview');
      await until('the preview', async () => (await detailsText()).includes('"b": "é"'));
      await showTab(panel, 'text');
      await until('the text', async () => (await detailsText()).includes(json));
      await showTab(panel, 'hex');
      await until('the bytes', async () => (await detailsText()).includes('7b 22 61 22 3a 5b 31 2c'));
    });

    it('have a megabyte on one line in full, and the panel goes on answering', async () => {
      await open(1, 'greet=hello');
      await page.evaluate("sockets[0].send('{begin'.padEnd(1_000_000, '.') + 'end}')");
      await recorded(panel, 2);
      await selectRow(panel, ['{begin']);
      await showTab(panel, 'preview');
      await until('its beginning', async () => (await detailsText()).includes('{begin....'));
      const asked = performance.now();
      await panel.focus(`${DETAILS} [role=textbox]`);
      await panel.keyboard.down('Control');
      await panel.keyboard.press('End');
      await panel.keyboard.up('Control');
      await until('its end', async () => (await detailsText()).includes('....end}'));
      expect(performance.now() - asked).toBeLessThan(2000);
    });

    it('show markup, scripts and overrides of a hostile page as text', async () => {
      const text = '</span><img src=x onerror="document.title=1"><script>document.title=2</script>\u202eabc';
      await open(1, `greet=${encodeURIComponent(text)}&close=4000,${encodeURIComponent('<b>bye</b>\u202e')}`);
      await selectRow(panel, ['received', '<img src=x']);
      await showTab(panel, 'preview');
      await until('the text', async () => (await detailsText()).includes('<img src=x onerror'));
      const made = await panel.$$eval('main :is(img[src], b, script)', (found) => found.length);
      expect([made, await panel.title()]).toEqual([0, 'Sockscope']);
      const shown = await panel.evaluate(() => document.body.textContent);
      expect(shown).not.toContain('\u202e');
      expect(shown).toContain('\\u202e');
    });
  });

  describe('the timeline', () => {
    const summary = () => textOf(panel, '#timeline-summary');

    it('selects the message that is clicked, and the stretch of time that is dragged over', async () => {
      await open(200, 'burst=200&rate=400');
      await until('all of it to be drawn', async () => /200 received/.test(await summary()));
      const { left, right, ...lanes } = await lanesBox(panel);
      const [plot, top] = [{ from: left, to: right }, lanes.top + 30];
      for (let x = plot.to; x > plot.from && !(await panel.$('[role=row][aria-selected=true]')); x -= 6)
        await panel.mouse.click(x, top);
      expect(await panel.$('[role=row][aria-selected=true]')).not.toBeNull();
      // An axis is a second long at least, and the messages take half of one.
      await panel.mouse.move(plot.from + 1, top);
      await panel.mouse.down();
      await panel.mouse.move(plot.from + (plot.to - plot.from) / 5, top, { steps: 4 });
      await panel.mouse.up();
      await until('fewer rows', async () => {
        const { shown, messages } = await figures(panel);
        return shown < messages;
      });
      await panel.locator('aria/Clear selection').click();
      await shown(panel, 200);
    });

    it('says in words what it draws', async () => {
      await open(12, 'burst=10', 'burst=2&close=1000');
      await until('the summary', async () =>
        /^2 sockets over .*, 1 open, 1 closed, 0 sent, 12 received/.test(await summary()),
      );
    });
  });
});
