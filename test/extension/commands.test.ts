import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { chord, compose, figures, recorded, rows, saidBesideEditor, states, write } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe.each(['chromium', 'firefox'] as const)('taking part in %s', (name) => {
  const stage = useStage(name);

  /** Has a page open a socket; gives the panel for it. */
  const open = async (query: string, page = stage.page): Promise<Page> => {
    await page.goto(
      stage.server.page(`<script>
        const heard = [];
        const socket = new WebSocket('${stage.server.wsUrl}/?${query}');
        socket.binaryType = 'arraybuffer';
        socket.onmessage = ({ data }) => heard.push(typeof data === 'string' ? data : [...new Uint8Array(data)].join());
      </script>`),
    );
    await page.waitForFunction('socket.readyState === 1');
    const panel = await stage.browser.openPanelTab(page);
    await until('the socket in the panel', async () => (await states(panel)).join() === 'open');
    return panel;
  };

  /** What is written in the composer, and how many of its buttons can be pressed. */
  const composer = (panel: Page) =>
    panel.$eval('[aria-label=Composer]', (region) => ({
      text: region.querySelector('[role=textbox]')?.textContent,
      pressable: region.querySelectorAll('button:enabled').length,
    }));

  it('sends what a person writes to the server, on the connection of the page', async () => {
    const panel = await open('echo');
    expect(await compose(panel, 'text', 'over here', 'Send to server')).toMatch(/sent/i);
    await stage.page.waitForFunction("heard.includes('over here')");
    await recorded(panel, 2);
    await panel.close();
  });

  it('injects into the page what never came from the server', async () => {
    const panel = await open('greet=real');
    await compose(panel, 'text', 'made up', 'Inject into page');
    await stage.page.waitForFunction("heard.includes('made up')");
    await until('its row', async () => (await rows(panel)).flat().join().includes('made up'));
    await panel.close();
  });

  it('sends bytes that are written in hex', async () => {
    const panel = await open('echo');
    await compose(panel, 'hex', '00 ff 7f', 'Send to server');
    await stage.page.waitForFunction("heard.includes('0,255,127')");
    await panel.close();
  });

  it('says beside the editor why it cannot send, and loses nothing', async () => {
    const panel = await open('echo');
    expect(await compose(panel, 'hex', 'zz', 'Send to server')).toMatch(/hex/i);
    expect(await compose(panel, 'json', '{"a":', 'Send to server')).toMatch(/JSON/);
    await stage.page.evaluate('socket.close()');
    await until('the close in the panel', async () => (await states(panel)).join() === 'closed');
    await write(panel, 'text', 'too late');
    expect(await saidBesideEditor(panel)).toMatch(/No open socket/);
    await stage.page.evaluate('again = new WebSocket(socket.url); again.onmessage = socket.onmessage');
    await until('one that is open', async () => (await states(panel)).includes('open'));
    await chord(panel, 'Control', 'Enter');
    // The composer is drawn a frame after the sockets.
    await until('another reason', async () =>
      /closed. Choose an open one/.test(await saidBesideEditor(panel)),
    );
    expect(await composer(panel)).toEqual({ text: 'too late', pressable: 0 });
    expect(await stage.page.evaluate('heard')).toEqual([]);
    await panel.close();
  });

  it('reaches the page of its own tab alone, from either of two panels on it', async () => {
    const first = await open('echo');
    const second = await stage.browser.openPanelTab(stage.page);
    const otherPage = await stage.browser.newPage();
    const other = await open('echo', otherPage);
    for (const [where, text] of [
      [first, 'from the first'],
      [second, 'from the second'],
      [other, 'from another'],
    ] as const) {
      await where.bringToFront();
      await until('a socket to send on', async () => (await states(where)).join() === 'open');
      expect(await compose(where, 'text', text, 'Send to server')).toMatch(/sent/i);
    }
    await otherPage.waitForFunction("heard.includes('from another')");
    await stage.page.waitForFunction("heard.includes('from the second')");
    expect(await otherPage.evaluate('heard')).toEqual(['from another']);
    expect(await stage.page.evaluate('heard')).toEqual(['from the first', 'from the second']);
    for (const [where, messages] of [
      [first, 4],
      [second, 4],
      [other, 2],
    ] as const) {
      await where.bringToFront();
      await recorded(where, messages);
      expect(await figures(where)).toMatchObject({ messages, sockets: 1, lost: 0 });
      await where.close();
    }
    await otherPage.close();
  });
});
