import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInWindow } from '#support/firefox-window.ts';
import {
  compose,
  figures,
  openComposer,
  press,
  recorded,
  rows,
  selectRow,
  shown,
  sockets,
} from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** Lets Firefox save files in a folder without asking. */
const saveIn = `(folder) => {
  Services.prefs.setIntPref('browser.download.folderList', 2);
  Services.prefs.setStringPref('browser.download.dir', folder);
}`;

describe('the panel in a window of Firefox', () => {
  const stage = useStage('firefox');
  let panel: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    await callInWindow(stage.browser.browser, saveIn, folder);
    const json = encodeURIComponent('{"user":{"id":7}}');
    await stage.page.goto(
      stage.server.page(`<script>
        var heard = [];
        const socket = new WebSocket('${stage.server.wsUrl}/?echo&greet=${json}');
        socket.onmessage = ({ data }) => heard.push(data);
        socket.onopen = () => socket.send('first');
        new WebSocket('${stage.server.wsUrl}/?burst=50&rate=50&close=4001,enough');
      </script>`),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 53);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  /** Waits until the table has one row, with this text. */
  const only = (text: string) =>
    until(`only a row with ${text}`, async () => {
      const [row, ...others] = await rows(panel);
      return row?.join().includes(text) && others.length === 0;
    });
  const filter = async (text: string) => {
    await panel.focus('input[type=search]');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Escape');
    await panel.keyboard.type(text);
  };
  const heard = (message: string, times: number) =>
    until(`"${message}" to be heard ${times} times`, () =>
      stage.page.evaluate(
        (wanted, count) =>
          (globalThis as unknown as { heard: unknown[] }).heard.filter((each) => each === wanted).length ===
          count,
        message,
        times,
      ),
    );
  const details = () => panel.$eval('[aria-label="Message details"]', ({ textContent }) => textContent ?? '');

  it('has recorded from the first script on: messages both ways, states, the close', async () => {
    const list = () => sockets(panel).then((all) => all.join());
    await until('the whole of it', async () =>
      /1 sent.*2 received.*50 received.*4001.*server/.test(await list()),
    );
    expect(await figures(panel)).toEqual({ messages: 53, shown: 53, sockets: 2, lost: 0 });
  });

  it('filters as one types', async () => {
    await filter('json:user.id=7');
    await only('"user"');
    await filter('dir:out');
    await only('first');
    await filter('');
    await shown(panel, 53);
  });

  it('shows a message that is selected, in each of its views', async () => {
    await filter('json:user.id=7');
    await only('"user"');
    await selectRow(panel, ['received', '"user"']);
    await until('its tree', async () => /user/.test(await details()));
    for (const [tab, expected] of [
      ['Text', /"user": ?\{/],
      ['Hex', /7b 22 75 73/],
      ['Socket', /echo&greet/],
    ] as const) {
      await panel.locator(`[role=tab]::-p-text(${tab})`).click();
      await until(`${tab} of it`, async () => expected.test(await details()));
    }
    await filter('');
  });

  it('narrows the table to a stretch of time, and lets go of it', async () => {
    await shown(panel, 53);
    const { left, right, top } = await panel.$eval('.timeline-canvas', (canvas) => {
      const { left, right, top } = canvas.getBoundingClientRect();
      return { left, right, top };
    });
    // Right of the heads of the lanes, which have no more than that.
    const from = left + 325;
    await panel.mouse.move(from, top + 30);
    await panel.mouse.down();
    await panel.mouse.move((from + right) / 2, top + 30, { steps: 4 });
    await panel.mouse.up();
    await until('fewer messages', async () => {
      const { shown } = await figures(panel);
      return shown > 0 && shown < 53;
    });
    await press(panel, 'Clear selection');
    await shown(panel, 53);
  });

  it('sends a message again, injects it, and sends one that is written', async () => {
    await filter('dir:out');
    await only('first');
    await selectRow(panel, ['sent', 'first']);
    await press(panel, 'Resend');
    await heard('first', 2);
    await press(panel, 'Inject');
    await heard('first', 3);
    await filter('');
    await openComposer(panel);
    await panel.select('[aria-label=Composer] select[aria-label=Socket]', '0');
    expect(await compose(panel, 'text', 'written', 'Send to server')).toMatch(/Sent/);
    await heard('written', 1);
  });

  it('saves the session, and has it back from the file', async () => {
    const before = await recorded(panel, 58);
    await press(panel, 'Export');
    const file = await until('the whole file', async () => {
      const [name = '', ...parts] = (await readdir(folder)).sort();
      // Whole, but not there yet: the browser gives it its name last.
      expect(name).toMatch(/\.har$/);
      expect([JSON.parse(await readFile(join(folder, name), 'utf8')).log.entries.length, parts]).toEqual([
        2,
        [],
      ]);
      return name;
    });
    const input = (await panel.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, file));
    await panel.waitForSelector('::-p-text(Back to the page)');
    expect(await recorded(panel, 58)).toEqual(before);
    await press(panel, 'Back to the page');
  });
});
