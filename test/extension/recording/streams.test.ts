import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '#support/chromium.ts';
import { compose, figures, recorded, rows, sockets } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

/** A page that speaks with its server by a WebSocketStream: text, bytes, and what is no string. */
const speaking = (server: Server) =>
  server.page(`<script>
    const stream = new WebSocketStream('${server.wsUrl}/?echo');
    const heard = [];
    async function speak() {
      const { readable, writable } = await stream.opened;
      const [reader, writer] = [readable.getReader(), writable.getWriter()];
      for (const data of ['over', new Uint8Array([1, 2, 3]), 5]) {
        await writer.write(data);
        heard.push((await reader.read()).value);
      }
    }
    const spoken = speak();
  </script>`);

describe('a WebSocketStream', () => {
  let server: Server;
  let chromium: Chromium;
  let tab: Page;
  let panel: Page;

  beforeAll(async () => {
    [server, chromium] = await Promise.all([startServer(), launchChromium()]);
    tab = await chromium.newPage();
    await tab.goto(speaking(server));
    await tab.evaluate('spoken');
    panel = await chromium.openPanelTab(tab);
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });

  it('is one more kind of socket, with what was said both ways', async () => {
    expect(await recorded(panel, 6)).toMatchObject({ messages: 6, sockets: 1, lost: 0 });
    await until('its kind', async () => (await sockets(panel))[0]?.includes('WebSocketStream'));
    const texts = (await rows(panel)).map((cells) => cells.at(-1));
    expect(texts.filter((text) => text?.includes('over'))).toHaveLength(2);
    expect(texts.filter((text) => text === '5')).toHaveLength(2);
  });

  it('says in words that it can only be watched', async () => {
    expect(await compose(panel, 'text', 'hello', 'Send to server')).toMatch(/WebSocketStream/);
    expect((await figures(panel)).messages).toBe(6);
  });

  it('is closed with code and reason, by the page', async () => {
    await tab.evaluate("stream.close({ closeCode: 4002, reason: 'enough' })");
    await until('the close', async () => (await sockets(panel)).some((text) => text.includes('4002')));
    await until('both its rows', async () => {
      const ends = (await rows(panel)).map((cells) => cells.at(-1) ?? '').filter((text) => /4002/.test(text));
      return ends.length === 2 && ends.join().includes('enough');
    });
  });

  it('is shown where its handshake was refused', async () => {
    await tab.evaluate(`new WebSocketStream('${server.wsUrl}/?reject=403'), undefined`);
    await until('the refused one', async () => (await sockets(panel)).some((text) => text.includes('1006')));
  });
});
