import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { exported, sha256 } from '#support/exported.ts';
import { launch } from '#support/launch.ts';
import { figures, recorded } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

/** How a document ends, as its own script brings it about. It stands between two others in the history of its tab. */
const ends = {
  'location.href': "location.href = '/next'",
  reload: 'location.reload()',
  'a form': "document.querySelector('form').submit()",
  'a link to another origin': "document.querySelector('a').click()",
  'history.back()': 'history.back()',
  'history.forward()': 'history.forward()',
  'window.close()': 'window.close()',
  'the removal of its iframe': 'frameElement.remove()',
};

/** Of these the ones that tell the page in different ways. */
const told = [
  'location.href',
  'a link to another origin',
  'window.close()',
  'the removal of its iframe',
] as const;

/** How a person closes the tab: the page is asked. */
const closings = { 'a tab that is closed': true };

/** What is said: 2 MB in 100 texts, 2 MB in one; in the task that brings the end about also so many Blobs of 1 MB. */
const texts = [
  ...Array.from({ length: 100 }, (_, i) => String(i).padEnd(20_000, '.')),
  'long'.padEnd(2e6, '.'),
];
const blobs = Array.from({ length: 4 }, (_, i) => Buffer.from(`Blob ${i}`.padEnd(1e6, '.')));

const speaking = (server: Server) =>
  server.page(
    `<form action="/next"></form><a href="${server.otherUrl}/next">there</a>
    <script>
      const socket = new WebSocket('${server.wsUrl}/');
      function say() {
        for (let i = 0; i < 100; i++) socket.send(String(i).padEnd(20_000, '.'));
        socket.send('long'.padEnd(2e6, '.'));
      }
      function sayBlobs() {
        for (let i = 0; i < 4; i++) socket.send(new Blob([('Blob ' + i).padEnd(1e6, '.')]));
      }
      function sayWhenTold() {
        onbeforeunload = onpagehide = () => {
          onbeforeunload = onpagehide = null;
          say();
        };
      }
    </script>`,
  );

describe.each(['chromium', 'firefox'] as const)('what a page says last in %s', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let opener: Page;
  let next: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
    opener = await browser.newPage();
    await opener.goto(server.page('Opener'));
    next = server.page('Next', { path: '/next' });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A tab that a script has opened, which may therefore close itself. */
  const openTab = async () => {
    const popup = new Promise<Page>((resolve) => opener.once('popup', (page) => resolve(page as Page)));
    await opener.evaluate((address) => void open(address), next);
    return popup;
  };

  /** The page that speaks, and its panel; `frames` is what leads to it from the top document. */
  const open = async (end: string) => {
    const page = await openTab();
    const framed = end === ends['the removal of its iframe'];
    const url = framed ? server.page(`<iframe src="${speaking(server)}"></iframe>`) : speaking(server);
    await page.goto(url);
    if (end === ends['history.forward()']) {
      await page.goto(next);
      await page.goBack();
    }
    const inPage = framed ? 'frames[0].' : '';
    const isOpen = `${inPage}eval('socket.readyState') === 1`;
    await until('the socket to be open', async () => (await page.evaluate(isOpen)) === true);
    const panel = await browser.openPanelTab(page);
    await until('the socket in the panel', async () => (await figures(panel)).sockets === 1);
    return { page, panel, inPage };
  };

  const complete = async (panel: Page, payloads: readonly (string | Buffer)[]) => {
    expect(await recorded(panel, payloads.length)).toMatchObject({ messages: payloads.length, lost: 0 });
    expect((await exported(panel)).map((message) => message.sha256)).toEqual(payloads.map(sha256));
    await panel.close();
  };

  it.each(Object.entries(ends))('arrives, said in the task that ends it by %s', async (_, end) => {
    const { page, panel, inPage } = await open(end);
    const saying = `${inPage}say(); ${inPage}sayBlobs(); ${inPage}eval(\`${end}\`)`;
    await page.evaluate(`void setTimeout(() => { ${saying} })`);
    await complete(panel, [...texts, ...blobs]);
    if (!page.isClosed()) await page.close();
  });

  it('arrives from documents that are gone before a panel can reach them', async () => {
    const page = await openTab();
    await page.goto(server.page(`<body><script>new WebSocket('${server.wsUrl}/')</script>`));
    const panel = await browser.openPanelTab(page);
    await until('the socket in the panel', async () => (await figures(panel)).sockets === 1);
    await page.evaluate(`for (let i = 0; i < 20; i++) {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const socket = new frame.contentWindow.WebSocket('${server.wsUrl}/');
      try { socket.send('too early'); } catch {}
      frame.remove();
    }`);
    expect(await recorded(panel, 20)).toMatchObject({ messages: 20, sockets: 21, lost: 0 });
    await panel.close();
    await page.close();
  });

  it.each(told)('arrives, said when it is told of its end by %s', async (way) => {
    const end = ends[way];
    const { page, panel, inPage } = await open(end);
    await page.evaluate(`${inPage}sayWhenTold(); void setTimeout(() => ${inPage}eval(\`${end}\`))`);
    await complete(panel, texts);
    if (!page.isClosed()) await page.close();
  });

  it.each(Object.entries(closings))('arrives, said right before the end, in %s', async (_, asked) => {
    const { page, panel } = await open('');
    await Promise.all([page.evaluate('say()'), page.close({ runBeforeUnload: asked })]);
    await complete(panel, texts);
  });

  it.each(Object.entries(closings))('arrives, said when it is told of its end, in %s', async (_, asked) => {
    const { page, panel } = await open('');
    await page.evaluate('sayWhenTold()');
    await page.close({ runBeforeUnload: asked });
    await complete(panel, texts);
  });
});
