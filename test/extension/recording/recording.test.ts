import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { exported, sha256 } from '#support/exported.ts';
import { launch } from '#support/launch.ts';
import { compose, figures, recorded, rows, sockets } from '#support/panel.ts';
import { type Server, type SocketHandler, startServer } from '#support/server.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** A page that opens a socket in its first inline script. */
const early = (server: Server, query: string, script = '') =>
  `<script>const socket = new WebSocket('${server.wsUrl}/?${query}'); ${script}</script>`;

describe.each(['chromium', 'firefox'] as const)('recording in %s', (name) => {
  const stage = useStage(name);

  it('has what happened before the panel was opened, then what happens', async () => {
    await stage.page.goto(
      stage.server.page(
        early(stage.server, 'echo&greet=hello', "socket.onopen = () => socket.send('first')"),
      ),
    );
    await stage.page.waitForFunction('socket.readyState === 1');
    const panel = await stage.browser.openPanelTab(stage.page);
    await recorded(panel, 3);
    await stage.page.evaluate("socket.send('second')");
    await recorded(panel, 5);
    const previews = (await rows(panel)).map((cells) => cells.at(-1));
    for (const text of ['hello', 'first', 'second'])
      expect(previews).toContainEqual(expect.stringContaining(text));
    expect(await figures(panel)).toMatchObject({ messages: 5, shown: 5, sockets: 1, lost: 0 });
    await panel.close();
  });

  it('shows how a socket was closed, and one whose handshake was refused', async () => {
    await stage.page.goto(
      stage.server.page(
        early(stage.server, 'close=4001,expired', `new WebSocket('${stage.server.wsUrl}/?reject=403')`),
      ),
    );
    const panel = await stage.browser.openPanelTab(stage.page);
    const list = await until('both sockets to be closed', async () => {
      const options = await sockets(panel);
      return options.length === 2 && options.every((option) => /4001|1006/.test(option)) && options;
    });
    expect(list[0]).toContain('4001');
    expect(list[1]).toContain('1006');
    await panel.close();
  });

  it('keeps every message of a burst, in order', async () => {
    await stage.page.goto(stage.server.page(early(stage.server, 'burst=20000&size=50')));
    const panel = await stage.browser.openPanelTab(stage.page);
    expect(await recorded(panel, 20_000)).toMatchObject({ messages: 20_000, lost: 0 });
    await panel.close();
  });

  it('has what several documents did before the panel was opened in the order of time', async () => {
    const count = 'globalThis.heard = 0; socket.onmessage = () => heard++';
    const frame = stage.server.page(early(stage.server, 'burst=6&rate=20', count));
    const frames = `<iframe src="${frame}"></iframe>`.repeat(2);
    await stage.page.goto(stage.server.page(frames + early(stage.server, 'burst=6&rate=20', count)));
    await stage.page.waitForFunction('[self, frames[0], frames[1]].every(({ heard }) => heard === 6)');
    const panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1200, height: 1200 });
    expect(await recorded(panel, 18)).toMatchObject({ sockets: 3, lost: 0 });
    const table = await until('all rows', async () => {
      const all = await rows(panel);
      return all.length === 24 && all;
    });
    expect(table.slice(1).filter(([, , delta]) => !delta?.startsWith('+'))).toEqual([]);
    await panel.close();
  });

  it('goes on with the next document after a navigation, with the last words of the one before', async () => {
    const words =
      "addEventListener('pagehide', () => { for (let i = 0; i < 100; i++) socket.send('bye ' + i); })";
    await stage.page.goto(stage.server.page(early(stage.server, 'echo', words)));
    const panel = await stage.browser.openPanelTab(stage.page);
    await stage.page.waitForFunction('socket.readyState === 1');
    await until('the socket in the panel', async () => (await figures(panel)).sockets === 1);
    await stage.page.goto(stage.server.page(early(stage.server, 'greet=next')));
    expect(await recorded(panel, 101)).toMatchObject({ sockets: 2, lost: 0 });
    await panel.close();
  });

  it('does not mix up two tabs', async () => {
    const other = await stage.browser.newPage();
    await stage.page.goto(stage.server.page(early(stage.server, 'greet=one')));
    await other.goto(stage.server.page(early(stage.server, 'greet=two')));
    const panel = await stage.browser.openPanelTab(stage.page);
    const otherPanel = await stage.browser.openPanelTab(other);
    await recorded(panel, 1);
    await recorded(otherPanel, 1);
    expect((await rows(panel)).flat().join()).not.toContain('two');
    expect((await rows(otherPanel)).flat().join()).not.toContain('one');
    await Promise.all([panel.close(), otherPanel.close(), other.close()]);
  });

  it('gives two panels on one tab the same', async () => {
    await stage.page.goto(
      stage.server.page(early(stage.server, 'echo', "socket.onopen = () => socket.send('x')")),
    );
    const panels = [
      await stage.browser.openPanelTab(stage.page),
      await stage.browser.openPanelTab(stage.page),
    ];
    for (const panel of panels) expect(await recorded(panel, 2)).toMatchObject({ messages: 2, lost: 0 });
    await Promise.all(panels.map((panel) => panel.close()));
  });

  it('records into the panel inside the browser’s own developer tools', async () => {
    await stage.page.goto(
      stage.server.page(early(stage.server, 'echo', "socket.onopen = () => socket.send('tools')")),
    );
    const panel = await stage.browser.openDevToolsPanel(stage.page);
    await recorded(panel, 2);
    expect((await rows(panel)).flat().join()).toContain('tools');
  });
});

/** Firefox prerenders nothing. */
describe('recording a prerendered page in chromium', () => {
  let heard: string[] = [];
  let server: Server;
  let browser: TestBrowser;

  beforeAll(async () => {
    const converse: SocketHandler = (socket) => {
      socket.on('message', (data) => heard.push(String(data)));
      socket.send('hello');
    };
    const sockets = { '/prerendered': converse };
    [server, browser] = await Promise.all([startServer({ sockets }), launch.chromium()]);
  });
  beforeEach(() => {
    heard = [];
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(['before', 'after'])(
    'has it once and under its document, opened %s it was activated',
    async (when) => {
      // The browser lets no socket of a page connect until it is activated: what it sends before is thrown back.
      const prerendered = server.page(`<script>
      const { prerendering } = document;
      const socket = new WebSocket('${server.wsUrl}/prerendered');
      socket.onmessage = () => socket.send(prerendering ? 'once unseen' : 'never unseen');
      try { socket.send('too early'); } catch { document.cookie = 'opened=${when}'; }
    </script>`);
      const rules = { prerender: [{ urls: [prerendered], eagerness: 'immediate' }] };
      const page = await browser.newPage();
      await page.goto(server.page(`<script type="speculationrules">${JSON.stringify(rules)}</script>`));
      const early = when === 'before' ? await browser.openPanelTab(page) : undefined;
      await page.waitForFunction(`document.cookie.includes('opened=${when}')`);
      await page.evaluate(`void setTimeout(() => { location.href = '${prerendered}' })`);
      await until('a word of the activated page', () => heard.length > 0);
      const panel = early ?? (await browser.openPanelTab(page));
      expect(await recorded(panel, 3)).toMatchObject({ messages: 3, sockets: 1, lost: 0 });
      expect(await compose(panel, 'text', 'by hand', 'Send to server')).toMatch(/sent/i);
      await until('what was sent by hand', () => heard.includes('by hand'));
      expect(await recorded(panel, 4)).toMatchObject({ messages: 4, sockets: 1, lost: 0 });
      expect((await exported(panel)).map(({ document, sha256 }) => [document, sha256])).toEqual(
        // What threw went over no wire.
        ['hello', 'once unseen', 'by hand'].map((text) => [prerendered, sha256(text)]),
      );
      await panel.close();
      await page.close();
    },
  );
});
