import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TestBrowser } from '#support/browser.ts';
import { callInWindow } from '#support/firefox-window.ts';
import { launch } from '#support/launch.ts';
import { figures, rows, states } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

const extension = `WebExtensionPolicy.getByID('sockscope@sockscope.dev').extension`;

/** What each browser does to an extension in the course of a day. */
const fate = {
  chromium: {
    async stopBackground({ browser, extensionUrl }: TestBrowser) {
      const session = await browser.target().createCDPSession();
      const worker = async () => {
        const { targetInfos } = await session.send('Target.getTargets');
        return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(extensionUrl));
      };
      const running = await worker();
      if (!running) return;
      await session.send('Target.closeTarget', { targetId: running.targetId });
      await until(
        'the service worker to be gone',
        async () => (await worker())?.targetId !== running.targetId,
      );
    },
    moves: ["views.showView('network')", "dock.setDockSide('bottom')", "dock.setDockSide('undocked')"],
    back: 'views.showView(panel)',
    /** Runs what moves DevTools in its own page. */
    async moveTools({ browser, extensionUrl }: TestBrowser, move: string) {
      const devTools = await until('the developer tools', async () =>
        (await browser.pages()).find((each) => each.url().startsWith('devtools:')),
      );
      await devTools.evaluate(
        `import('./ui/legacy/legacy.js').then(({ ViewManager, DockController }) => {
          const views = ViewManager.ViewManager.instance();
          const dock = DockController.DockController.instance();
          const panel = '${extensionUrl}Sockscope';
          return ${move};
        })`,
      );
    },
    async reload({ browser, extensionUrl }: TestBrowser) {
      const settings = await browser.newPage();
      await settings.goto('chrome://extensions');
      // Otherwise an unpacked extension stays disabled afterwards.
      await settings.evaluate(
        'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
      );
      // Asked for its errors, it answers when the extension is there again.
      const options = '{ populateErrorForUnpacked: true }';
      await settings.evaluate(`chrome.developerPrivate.reload('${new URL(extensionUrl).host}', ${options})`);
      await settings.close();
    },
  },
  firefox: {
    async stopBackground({ browser }: TestBrowser) {
      const stop = `async () => {
        await ${extension}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        return ${extension}.backgroundState;
      }`;
      // A panel in the toolbox has it started again at once.
      expect(await callInWindow(browser, stop)).toMatch(/stopped|starting/);
    },
    moves: [
      "toolbox.selectTool('webconsole')",
      "toolbox.switchHost('right')",
      "toolbox.switchHost('window')",
    ],
    back: 'toolbox.selectTool([...toolbox.additionalToolDefinitions.keys()][0])',
    /** Runs what moves the toolbox. */
    moveTools: ({ browser }: TestBrowser, move: string) =>
      callInWindow(
        browser,
        `async () => {
          const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
          const [toolbox] = require('devtools/client/framework/devtools').gDevTools.getToolboxes();
          await ${move};
        }`,
      ),
    reload: ({ browser }: TestBrowser) =>
      callInWindow(
        browser,
        `async (id) => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID(id)).reload();
        }`,
        'sockscope@sockscope.dev',
      ),
  },
};

/** Texts of the messages m1, m2 … that are in view, as they come one after the other. */
const words = async (panel: Scope) =>
  (await rows(panel)).map((cells) => cells.at(-1) ?? '').filter((text) => /^m\d+$/.test(text));

describe.each(['chromium', 'firefox'] as const)('what interrupts a panel in %s', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;
  let said = 0;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const open = async () => {
    page = await browser.newPage();
    said = 0;
    await page.goto(server.page(`<script>const socket = new WebSocket('${server.wsUrl}/')</script>`));
    await page.waitForFunction('socket.readyState === 1');
  };

  /** Sends so many more messages: m1, m2 … */
  const say = async (times: number) => {
    for (let i = 0; i < times; i++) await page.evaluate(`socket.send('m${++said}')`);
  };

  const openPanel = async () => {
    const panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1000, height: 1400 });
    return panel;
  };

  /** All that was said is in the panel, once and in order. What comes twice or late is seen with what comes next. */
  const complete = async (panel: Scope, sockets = 1) => {
    await say(1);
    const inView = await until(`m${said}`, async () => {
      const now = await words(panel);
      return now.includes(`m${said}`) && now;
    });
    const all = Array.from({ length: said }, (_, i) => `m${i + 1}`);
    expect(inView).toEqual(all.slice(-inView.length));
    expect(await figures(panel)).toMatchObject({ messages: said, sockets, lost: 0 });
    await until('its socket to be open', async () => (await states(panel)).at(-1) === 'open');
  };

  it('closed and opened again, it has everything once', async () => {
    await open();
    await say(2);
    for (let i = 0; i < 3; i++) {
      const panel = await openPanel();
      await complete(panel);
      await panel.close();
      await say(1);
    }
  });

  it('loaded again, it has everything once', async () => {
    await open();
    const panel = await openPanel();
    await complete(panel);
    await panel.reload({ waitUntil: [] });
    await say(1);
    await complete(panel);
    await panel.close();
  });

  it('misses nothing while the background is stopped, nor what the next page does', async () => {
    await open();
    const panel = await openPanel();
    await complete(panel);
    await fate[name].stopBackground(browser);
    await say(2);
    await complete(panel);
    await page.reload();
    await page.waitForFunction('socket.readyState === 1');
    await complete(panel, 2);
    await panel.close();
  });

  it('misses nothing in the developer tools while the background is stopped', async () => {
    await open();
    const panel = await browser.openDevToolsPanel(page);
    await complete(panel);
    for (let i = 0; i < 2; i++) {
      await fate[name].stopBackground(browser);
      await say(2);
      await complete(panel);
    }
  });

  it('misses nothing in the developer tools while another tool is shown, or while they move', async () => {
    await open();
    const panel = await browser.openDevToolsPanel(page);
    await complete(panel);
    for (const move of fate[name].moves) {
      await fate[name].moveTools(browser, move);
      await say(2);
      await fate[name].moveTools(browser, fate[name].back);
      await complete(panel);
    }
  });

  it.each(['open all the time', 'opened meanwhile'])('takes up a page from the bfcache, %s', async (when) => {
    const cached = { headers: { 'cache-control': 'max-age=60' } };
    const url = (text: string) => `${server.wsUrl}/?greet=${text}&close=1000`;
    const other = server.page(`<script>new WebSocket('${url('other')}')</script>`, cached);
    page = await browser.newPage();
    await page.goto(
      server.page(
        `<script>
          const socket = new WebSocket('${url('first')}');
          onpageshow = ({ persisted }) => persisted && new WebSocket('${url('again')}');
        </script>`,
        cached,
      ),
    );
    // The browser keeps no page that has an open socket.
    await page.waitForFunction('socket.readyState === 3');
    let panel = await openPanel();
    const closed = (...texts: string[]) =>
      until(`the end of the sockets that said ${texts}`, async () => {
        const all = (await rows(panel)).map((cells) => cells.at(-1) ?? '');
        const ends = all.filter((text) => text.startsWith('Closed: 1000'));
        return ends.length === texts.length && texts.every((text) => all.includes(text));
      });
    await closed('first');
    const opened = when === 'opened meanwhile';
    await page.goto(other);
    if (opened) {
      await panel.close();
      panel = await openPanel();
    }
    await (opened ? closed('other') : closed('first', 'other'));
    await page.evaluate('history.back()');
    await closed('first', 'other', 'again');
    expect(await figures(panel)).toMatchObject({ messages: 3, sockets: 3, lost: 0 });
    await panel.close();
  });

  it.each(['the same origin', 'another'])(
    'has what a page does while it goes to a page of %s',
    async (where) => {
      // Firefox has closed the socket by then, and says so before.
      const closed = name === 'firefox' ? '1001' : 'put away';
      const cached = { headers: { 'cache-control': 'max-age=60' } };
      const next = server.page('Next', cached);
      page = await browser.newPage();
      await page.goto(
        server.page(
          `<script>
            const socket = new WebSocket('${server.wsUrl}/?greet=hello&echo');
            onpagehide = () => {
              socket.send('from pagehide');
              socket.close(4000, 'put away');
              new WebSocket('${server.wsUrl}/?made=in+pagehide');
            };
          </script>`,
          cached,
        ),
      );
      await page.waitForFunction('socket.readyState === 1');
      const panel = await openPanel();
      await until('what came before', async () => (await figures(panel)).messages === 1);
      await page.goto(where === 'another' ? next.replace(server.url, server.otherUrl) : next);
      await until('both sockets', async () => (await figures(panel)).sockets === 2);
      expect(await figures(panel)).toMatchObject({ messages: 2, sockets: 2, lost: 0 });
      await until('what was said in pagehide', async () => {
        const lines = (await rows(panel)).map((cells) => cells.at(-1) ?? '');
        return ['from pagehide', closed].every((each) => lines.some((text) => text.includes(each)));
      });
      await panel.close();
    },
  );

  it('has everything once after the extension was reloaded', async () => {
    await open();
    await complete(await openPanel());
    for (let i = 0; i < 2; i++) {
      await fate[name].reload(browser);
      await say(2);
      await complete(await openPanel());
    }
  });
});
