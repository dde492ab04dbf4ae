import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { compose, figures, recorded, rows, states } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

describe.each(['chromium', 'firefox'] as const)('taking part in %s', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const open = async (query: string) => {
    await page.goto(
      server.page(`<script>
        const heard = [];
        const socket = new WebSocket('${server.wsUrl}/?${query}');
        socket.binaryType = 'arraybuffer';
        socket.onmessage = ({ data }) => heard.push(typeof data === 'string' ? data : [...new Uint8Array(data)].join());
      </script>`),
    );
    await page.waitForFunction('socket.readyState === 1');
    panel = await browser.openPanelTab(page);
    await until('the socket in the panel', async () => (await states(panel)).join() === 'open');
  };
  const heard = () => page.evaluate('heard') as Promise<string[]>;

  it('sends what a person writes to the server, on the connection of the page', async () => {
    await open('echo');
    expect(await compose(panel, 'text', 'over here', 'Send to server')).toMatch(/sent/i);
    await page.waitForFunction("heard.includes('over here')");
    await recorded(panel, 2);
    await panel.close();
  });

  it('injects into the page what never came from the server', async () => {
    await open('greet=real');
    await compose(panel, 'text', 'made up', 'Inject into page');
    await page.waitForFunction("heard.includes('made up')");
    await until('its row', async () => (await rows(panel)).flat().join().includes('made up'));
    await panel.close();
  });

  it('sends bytes that are written in hex', async () => {
    await open('echo');
    await compose(panel, 'hex', '00 ff 7f', 'Send to server');
    await page.waitForFunction("heard.includes('0,255,127')");
    await panel.close();
  });

  it('says beside the editor why it cannot send, and loses nothing', async () => {
    await open('echo');
    expect(await compose(panel, 'hex', 'zz', 'Send to server')).toMatch(/hex/i);
    expect(await compose(panel, 'json', '{"a":', 'Send to server')).toMatch(/JSON/);
    await page.evaluate('socket.close()');
    await until('the close in the panel', async () => (await states(panel)).join() === 'closed');
    expect(await compose(panel, 'text', 'too late', 'Send to server')).toMatch(/no open socket/);
    expect(await heard()).toEqual([]);
    await panel.close();
  });

  it('reaches the page of its own tab alone, from either of two panels on it', async () => {
    await open('echo');
    const [own, ownPanel] = [page, panel];
    const second = await browser.openPanelTab(own);
    page = await browser.newPage();
    await open('echo');
    for (const [where, text] of [
      [ownPanel, 'from the first'],
      [second, 'from the second'],
      [panel, 'from another'],
    ] as const) {
      await where.bringToFront();
      await until('a socket to send on', async () => (await states(where)).join() === 'open');
      expect(await compose(where, 'text', text, 'Send to server')).toMatch(/sent/i);
    }
    await page.waitForFunction("heard.includes('from another')");
    await own.waitForFunction("heard.includes('from the second')");
    expect(await heard()).toEqual(['from another']);
    expect(await own.evaluate('heard')).toEqual(['from the first', 'from the second']);
    for (const [where, messages] of [
      [ownPanel, 4],
      [second, 4],
      [panel, 2],
    ] as const) {
      await where.bringToFront();
      await recorded(where, messages);
      expect(await figures(where)).toMatchObject({ messages, sockets: 1, lost: 0 });
      await where.close();
    }
    await own.close();
  });
});
