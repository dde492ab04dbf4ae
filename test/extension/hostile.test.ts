import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '#support/chromium.ts';
import { figures, press, recorded, rows, sockets } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

/** What a browser would run, or draw, were it ever taken for markup. */
const markup = '<img src=x onerror="window.taken=1"><script>window.taken=1</script>';

/** A page that sends whatever may harm who looks at it. */
const page = (url: string) => `<script>
  const markup = ${JSON.stringify(markup).replaceAll('<', '\\u003c')};
  const socket = new WebSocket('${url}/?echo&' + encodeURIComponent(markup), ['protocol']);
  socket.onopen = () => {
    socket.send(markup);
    socket.send('\\u202egnp.exe\\u2066\\0\\u0007\\u200b');
    socket.send('l'.repeat(1 << 20));
    socket.send(JSON.stringify({ [markup]: markup }));
  };
  let heard = 0;
  socket.onmessage = () => ++heard === 4 && socket.close(4000, markup.slice(0, 100));
  try { new WebSocket('bad:' + markup); } catch {}
  // Forged: a handshake of the hook's, and messages that no server sent.
  const stranger = document.createElement('i');
  let answered = 0;
  for (const type of ['batch', 'sockets', 'alive'])
    stranger.addEventListener(type, () => answered++);
  addEventListener('sockscope', () => answered++, true);
  dispatchEvent(new FocusEvent('sockscope', { relatedTarget: stranger, cancelable: true }));
  stranger.dispatchEvent(new CustomEvent('command', { detail: JSON.stringify({ reader: 'x', command: { type: 'attach', after: 0 } }) }));
  const heardByStranger = () => answered;
</script>`;

describe('a hostile page', () => {
  let server: Server;
  let chromium: Chromium;
  let tab: Page;
  let panel: Page;

  beforeAll(async () => {
    [server, chromium] = await Promise.all([startServer(), launchChromium()]);
    tab = await chromium.newPage();
    await tab.goto(server.page(page(server.wsUrl)));
    panel = await chromium.openPanelTab(tab);
    await recorded(panel, 8);
    await until('the close', async () => (await sockets(panel)).some((text) => text.includes('4000')));
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });

  /** What of the page's making would be alive in the panel. */
  const taken = () =>
    panel.evaluate(() => [
      'taken' in window,
      document.querySelectorAll('img, body script:not([src]), iframe, object').length,
    ]);

  it('has its texts shown as texts, wherever they stand', async () => {
    for (const row of (await rows(panel)).keys()) {
      await panel.evaluate((index) => {
        const all = document.querySelectorAll<HTMLElement>('[role=grid] [role=row][aria-selected]');
        all[index]?.click();
      }, row);
      for (const tab of ['Preview', 'Text', 'Socket'])
        await panel.evaluate((name) => {
          const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
          tabs.find((candidate) => candidate.textContent === name)?.click();
        }, tab);
      expect(await taken()).toEqual([false, 0]);
    }
    expect((await rows(panel)).flat().join()).toContain(markup);
  });

  it('cannot turn a line around, nor hide characters in it', async () => {
    const line = (await rows(panel)).map((cells) => cells.at(-1)).find((text) => text?.includes('gnp.exe'));
    expect(line).toMatch(/\\u202e.*\\u2066/i);
    expect(line).not.toMatch(/[\u202e\u2066\0]/);
  });

  it('gets no word of the channel, and no command by a forged handshake', async () => {
    expect(await tab.evaluate('heardByStranger()')).toBe(0);
    await tab.evaluate("dispatchEvent(new FocusEvent('sockscope', { relatedTarget: stranger }))");
    await tab.evaluate("new WebSocket(socket.url).onopen = ({ target }) => target.send('after it')");
    await recorded(panel, 10);
    expect(await tab.evaluate('heardByStranger()')).toBe(0);
  });

  it('leaves the panel at work', async () => {
    await press(panel, 'Clear');
    await until('an empty session', async () => (await figures(panel)).messages === 0);
  });
});
