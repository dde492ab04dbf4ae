import type { Frame, Page } from 'puppeteer-core';
import { recorded, selectRow } from './panel.ts';
import type { Stage } from './stage.ts';

/** The part of the panel that shows one message. */
export const DETAILS = 'section[aria-label="Message details"]';

type Place = Page | Frame;

/**
 * Opens a page that sends messages on one socket, and the panel for it; each message is an expression of the page.
 * @param asks what is asked of the server in the socket's URL, see behaviour.ts
 */
export async function panelOf(
  { browser, server, page }: Stage,
  messages: readonly string[],
  asks = '',
): Promise<Page> {
  await page.goto(
    server.page(`<script>
      const socket = new WebSocket('${server.wsUrl}/?${asks}');
      socket.onopen = () => { for (const message of [${messages.join()}]) socket.send(message); };
    </script>`),
  );
  const panel = await browser.openPanelTab(page);
  await panel.setViewport({ width: 1200, height: 800 });
  await recorded(panel, messages.length);
  return panel;
}

/** Selects a message that was sent, from 0. */
export const selectSent = (panel: Place, message: number): Promise<void> =>
  selectRow(panel, ['sent'], message);

/** Shows a tab of the details. */
export async function showTab(panel: Place, view: string): Promise<void> {
  await panel.locator(`#tab-${view}`).click();
  await panel.waitForSelector(`#tab-${view}[aria-selected=true]`);
}

export const textOf = (panel: Place, selector: string): Promise<string> =>
  panel.$eval(selector, ({ textContent }) => textContent ?? '');

/** The path of the active value in the tree of a JSON message. */
export const pathOf = (panel: Place): Promise<string> =>
  panel.$eval('.json-path', (box) => (box as HTMLInputElement).value);

/** What is on the clipboard, as a paste tells it. */
export async function pasted(panel: Page): Promise<string> {
  await panel.focus('[aria-label="Filter messages"]');
  await panel.evaluate(() => {
    Object.assign(globalThis, { pasted: undefined });
    const take = (event: ClipboardEvent) => {
      event.preventDefault();
      Object.assign(globalThis, { pasted: event.clipboardData?.getData('text/plain') });
    };
    document.addEventListener('paste', take, { once: true });
  });
  await panel.keyboard.down('Control');
  await panel.keyboard.press('v');
  await panel.keyboard.up('Control');
  return String(await panel.waitForFunction('globalThis.pasted').then((text) => text.jsonValue()));
}
