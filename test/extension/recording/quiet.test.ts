import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { callInWindow } from '#support/firefox-window.ts';
import { recorded } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';

/** What the scripts of an extension have in Firefox's console since it was installed: errors, and calls of `console`. */
const ownMessages = `(extension) => {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const errors = Services.console.getMessageArray().filter(({ sourceName }) => sourceName?.startsWith(extension));
  const calls = storage.getEvents().filter(({ filename }) => filename?.startsWith(extension));
  return [...errors.map(({ errorMessage }) => errorMessage), ...calls.map((call) => call.arguments.map(String).join())];
}`;

/** What the browser lists as errors of the extension. */
const errorsIn = {
  async chromium({ browser, extensionUrl }: TestBrowser): Promise<unknown> {
    const settings = await browser.newPage();
    await settings.goto('chrome://extensions');
    const info = await settings.evaluate(
      `chrome.developerPrivate.getExtensionInfo('${new URL(extensionUrl).host}')
        .then(({ runtimeErrors, manifestErrors }) => [...runtimeErrors, ...manifestErrors].map(({ message }) => message))`,
    );
    await settings.close();
    return info;
  },
  firefox: ({ browser, extensionUrl }: TestBrowser): Promise<unknown> =>
    callInWindow(browser, ownMessages, extensionUrl),
};

describe.each(['chromium', 'firefox'] as const)('the console of the extension in %s', (name) => {
  const stage = useStage(name);

  it('is empty after all that happens in a day', async () => {
    const { browser, page, server } = stage;
    const talking = server.page(`<script>
      const socket = new WebSocket('${server.wsUrl}/?greet=hello');
    </script>`);
    await page.goto(talking);
    for (let i = 0; i < 3; i++) {
      const panel = await browser.openPanelTab(page);
      await recorded(panel, 1);
      await page.reload();
      await recorded(panel, 2);
      await page.goto(server.page('<h1>No sockets</h1>'));
      await page.goto(name === 'chromium' ? 'chrome://version' : 'about:license', { waitUntil: [] });
      await page.goto(talking);
      await recorded(panel, 3);
      // Right after a navigation there is a roll call that nobody waits for any more.
      await page.reload();
      await panel.close();
    }
    const inTools = await browser.openDevToolsPanel(page);
    await recorded(inTools, 1);
    await page.reload();
    await recorded(inTools, 2);
    await page.close();
    expect(await errorsIn[name](browser)).toEqual([]);
  });
});
