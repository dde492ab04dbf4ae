import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { figures, recorded } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

/** Ways for a document to go away in the task in which it sends. */
const ways = {
  'a link': (next: string) => `location.href = '${next}'`,
  'a reload': () => 'location.reload()',
  'a form': (next: string) =>
    `document.body.append(Object.assign(document.createElement('form'), { action: '${next}' })); document.forms[0].submit()`,
  'another origin': (_: string, other: string) => `location.href = '${other}'`,
};

describe.each(['chromium', 'firefox'] as const)('last words in %s', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(Object.entries(ways))('arrive, 100 of 100, before %s', async (_, way) => {
    const next = server.page('<p>next</p>');
    const other = next.replace(server.url, server.otherUrl);
    await page.goto(
      server.page(`<body><script>
        const socket = new WebSocket('${server.wsUrl}/');
        const go = () => {
          for (let i = 0; i < 100; i++) socket.send('bye ' + i + '.'.repeat(1000));
          ${way(next, other)};
        };
      </script>`),
    );
    const panel = await browser.openPanelTab(page);
    await page.waitForFunction('socket.readyState === 1');
    await until('the socket in the panel', async () => (await figures(panel)).sockets === 1);
    await page.evaluate('setTimeout(go)');
    expect(await recorded(panel, 100)).toMatchObject({ messages: 100, lost: 0 });
    await panel.close();
  });
});
