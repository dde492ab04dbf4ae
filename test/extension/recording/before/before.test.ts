import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { figures, rows, told } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';
import { changes } from './changes.ts';
import { withScriptBefore } from './extension.ts';

/** A page that says something and hears it again, however it may. */
const page = (wsUrl: string) => `<!doctype html><script>
  globalThis.outcome = new Promise((resolve) => {
    try {
      const socket = new WebSocket('${wsUrl}/?echo');
      socket.onopen = () => socket.send?.('said by the page');
      socket.onmessage = ({ data }) => resolve(data);
    } catch (error) {
      resolve(String(error));
    }
  });
</script>`;

describe.each(['chromium', 'firefox'] as const)('in %s, where another extension has put', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let tab: Page;
  let panel: Page;

  beforeAll(async () => {
    const extension = withScriptBefore(name === 'chromium' ? 'dist/chrome' : 'dist/firefox');
    [server, browser] = await Promise.all([startServer(), launch[name]({ extension })]);
    tab = await browser.newPage();
    await tab.goto(server.page('<title>first</title>'));
    panel = await browser.openPanelTab(tab);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Loads the page after the change; gives what came of its socket, once that is known, and the errors that it saw. */
  const load = async (change: string) => {
    const url = server.page(page(server.wsUrl));
    const { messages } = await figures(panel);
    await tab.goto(`${url}#${encodeURIComponent(change)}`);
    await until('the document', () => tab.evaluate('document.readyState === "complete"') as Promise<boolean>);
    return { before: messages, errors: await tab.evaluate('errors') };
  };

  it.each(Object.keys(changes.through))('%s, a page is recorded and sees no error', async (change) => {
    const { before, errors } = await load(change);
    expect(await tab.evaluate('outcome')).toBe('said by the page');
    expect(errors).toEqual([]);
    await until('the message that was sent', async () => {
      await tab.bringToFront();
      return (await figures(panel)).messages >= before + 1;
    });
    await panel.bringToFront();
    const texts = await until('the row', async () => {
      const all = (await rows(panel)).map((cells) => cells.at(-1));
      return all.includes('said by the page') && all;
    });
    expect(texts).not.toEqual([]);
  });

  it.each(Object.keys(changes.beside))('%s, a page sees no error, and a person is told', async (change) => {
    const { errors } = await load(change);
    expect(errors).toEqual([]);
    await panel.bringToFront();
    await told(panel, /Another extension changed/);
  });
});
