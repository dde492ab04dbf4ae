import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '#support/chromium.ts';
import { recorded, rows, sockets, states } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

/** No content script reaches a worker; DevTools' own log does, in Chromium and while it is open. */
describe('workers', () => {
  let server: Server;
  let chromium: Chromium;
  let page: Page;
  let panel: Frame;

  beforeAll(async () => {
    [server, chromium] = await Promise.all([startServer(), launchChromium()]);
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });

  it('shows the socket of a worker beside those of the page, each once', async () => {
    page = await chromium.newPage();
    const url = `${server.wsUrl}/?echo&greet=hi`;
    const source = `const socket = new WebSocket('${url}&in=another'); socket.onopen = () => socket.send('from a worker')`;
    await page.goto(
      server.page(`<button>go</button><script>
        document.querySelector('button').onclick = () => {
          new WebSocket('${url}').onopen = ({ target }) => target.send('from the page');
          new Worker(URL.createObjectURL(new Blob([\`${source}\`])));
        };
      </script>`),
    );
    ({ panel } = await chromium.openDevTools(page));
    await page.click('button');
    await recorded(panel, 6);
    await until('each message twice', async () => {
      const texts = (await rows(panel)).map((cells) => cells.at(-1));
      const times = (text: string) => texts.filter((cell) => cell === text).length;
      return ['from a worker', 'from the page', 'hi'].every((text) => times(text) === 2);
    });
    await until('each socket once', async () => {
      const list = await sockets(panel);
      return list.length === 2 && list.filter((option) => option.includes('in=another')).length === 1;
    });
  });

  it('has the end of a worker’s socket', async () => {
    await page.evaluate((url) => {
      const source = `new WebSocket('${url}&close=4001')`;
      new Worker(URL.createObjectURL(new Blob([source])));
    }, `${server.wsUrl}/?in=brief`);
    await until('the end of it', async () => (await states(panel)).join() === 'open,open,closed');
    const CLOSED = 'Closed: by whom, the browser’s log does not say';
    await until('a word of it', async () => (await rows(panel)).some((cells) => cells.at(-1) === CLOSED));
  });

  it('says that nothing was heard of a worker’s socket since its page went away, and no more', async () => {
    await page.goto(server.page('<h1>Another page</h1>'));
    const GONE = 'nothing was heard of the socket since';
    await until('the end of it', async () =>
      (await rows(panel)).some((cells) => cells.at(-1)?.includes(GONE)),
    );
    await until(
      'no socket that is open',
      async () => (await states(panel)).join() === 'closed,closed,closed',
    );
    expect((await rows(panel)).filter((cells) => cells.at(-1)?.includes(GONE))).toHaveLength(1);
  });
});
