import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { callInWindow } from '#support/firefox-window.ts';
import { figures, press, recorded, rows, said, sockets, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const geckoId = 'sockscope@sockscope.dev';

/** A page of puppeteer's that is closed already. */
const gone = () => '';

/** How each browser does what a person does outside of pages. */
const hands = {
  chromium: {
    extensionId: ({ extensionUrl }: TestBrowser) => new URL(extensionUrl).host,
    async clickToolbarButton({ browser, extensionUrl }: TestBrowser, page: Page) {
      const extension = (await browser.extensions()).get(new URL(extensionUrl).host);
      if (!extension) throw new Error('The extension is not installed');
      await extension.triggerAction(page);
    },
    /** The switch "On click" of the extension's own settings. */
    async withholdSites({ browser, extensionUrl }: TestBrowser) {
      const settings = await browser.newPage();
      await settings.goto('chrome://extensions');
      const change = { extensionId: new URL(extensionUrl).host, hostAccess: 'ON_CLICK' };
      await settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(change)})`,
      );
      await settings.close();
    },
    ownPages: ['chrome://version', 'about:blank'],
  },
  firefox: {
    extensionId: () => geckoId,
    clickToolbarButton: ({ browser }: TestBrowser) =>
      callInWindow(
        browser,
        `(id) => ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent
          .apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window)`,
        geckoId,
      ),
    /** The switch "Access your data for all websites" among the extension's permissions. */
    withholdSites: ({ browser }: TestBrowser) =>
      callInWindow(
        browser,
        `(id) => ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions
          .remove(id, { permissions: [], origins: ['<all_urls>'] }, WebExtensionPolicy.getByID(id).extension)`,
        geckoId,
      ),
    ownPages: ['about:license'],
  },
};

describe.each(['chromium', 'firefox'] as const)('the way to a page in %s', (name) => {
  const stage = useStage(name);
  const hand = hands[name];

  beforeAll(async () => {
    await backgroundAnswers();
  });

  const greeting = () =>
    stage.server.page(`<script>new WebSocket('${stage.server.wsUrl}/?greet=hello')</script>`);

  /** Until the background has run for the first time, Chromium drops a click on the toolbar button. */
  const backgroundAnswers = async () => {
    await stage.page.goto(hand.ownPages[0] as string, { waitUntil: [] });
    const panel = await stage.browser.openPanelTab(stage.page);
    await told(panel, /Extensions cannot run on this page/);
    await panel.close();
  };

  it('is opened by the toolbar button, in a window of the tab', async () => {
    await stage.page.goto(greeting());
    await stage.page.bringToFront();
    await hand.clickToolbarButton(stage.browser, stage.page);
    const panel = await until('the window', async () => {
      for (const each of await stage.browser.browser.pages())
        if (/panel\.html\?tab=/.test(String(await each.evaluate('location.href').catch(gone)))) return each;
      return undefined;
    });
    await recorded(panel, 1);
    await until('the message', async () => (await rows(panel)).flat().includes('hello'));
    await panel.close();
  });

  it('is missing where a page is older than the extension: the panel says so, until it is reloaded', async () => {
    if (name === 'firefox')
      await callInWindow(
        stage.browser.browser,
        "() => Services.prefs.setBoolPref('extensions.webextensions.keepUuidOnUninstall', true)",
      );
    await stage.browser.browser.uninstallExtension(hand.extensionId(stage.browser));
    await stage.page.goto(greeting());
    await stage.browser.browser.installExtension(resolve('dist', name === 'chromium' ? 'chrome' : 'firefox'));
    const panel = await stage.browser.openPanelTab(stage.page);
    await told(panel, /after this page loaded\. Reload the page/);
    await stage.page.evaluate(`new WebSocket('${stage.server.wsUrl}/?greet=hello')`);
    await stage.page.reload();
    await recorded(panel, 1);
    await until('no more of it', async () => !/Reload/.test(await said(panel)));
    expect(await figures(panel)).toMatchObject({ messages: 1, sockets: 1, lost: 0 });
    await panel.close();
  });

  it.each(hand.ownPages)(
    'is withheld by the browser at %s: the panel says so, and records the next',
    async (url) => {
      // Firefox does not tell WebDriver BiDi when a page of its own has loaded.
      await stage.page.goto(url, { waitUntil: [] });
      const panel = await stage.browser.openPanelTab(stage.page);
      await told(panel, /Extensions cannot run on this page/);
      await stage.page.goto(greeting());
      await recorded(panel, 1);
      await until('no more of it', async () => !/Extensions cannot run on this page/.test(await said(panel)));
      await stage.page.goto(url, { waitUntil: [] });
      await told(panel, /Extensions cannot run on this page/);
      expect(await figures(panel)).toMatchObject({ messages: 1, sockets: 1, lost: 0 });
      await panel.close();
    },
  );

  it('ends with the tab: the panel says so, and what was recorded stays', async () => {
    const other = await stage.browser.newPage();
    await other.goto(greeting());
    const panel = await stage.browser.openPanelTab(other);
    await recorded(panel, 1);
    await other.close();
    await told(panel, /The tab is closed\. Export/);
    await until('the end of the socket', async () => /page left/.test((await rows(panel)).flat().join()));
    expect(await figures(panel)).toMatchObject({ messages: 1, sockets: 1, lost: 0 });
    await until('its socket', async () => (await sockets(panel)).join().includes('greet=hello'));
    await press(panel, 'Export');
    await told(panel, /Saved as sockscope-.*\.har/);
    expect(await said(panel)).toMatch(/The tab is closed/);
    await panel.reload({ waitUntil: [] });
    await told(panel, /The tab is closed/);
    await panel.close();
  });

  it('is withheld where a person took the access to sites back: the panel says so', async () => {
    await stage.page.goto(greeting());
    const panel = await stage.browser.openPanelTab(stage.page);
    await recorded(panel, 1);
    await hand.withholdSites(stage.browser);
    await stage.page.reload();
    await told(panel, /a site you blocked/);
    expect(await figures(panel)).toMatchObject({ messages: 1, sockets: 1, lost: 0 });
    await panel.close();
  });
});
