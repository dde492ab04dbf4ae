import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import type { TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { chord, openComposer, press, recorded, rows, selectRow, told } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { until } from '#support/until.ts';

describe('with a message of the table', () => {
  let server: Server;
  let browser: TestBrowser;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch.chromium()]);
    page = await browser.newPage();
  });
  beforeEach(async () => {
    await page.goto(
      server.page(`<script>
        const heard = [];
        const other = new WebSocket('${server.wsUrl}/?');
        const socket = new WebSocket('${server.wsUrl}/?echo');
        socket.binaryType = 'arraybuffer';
        socket.onmessage = ({ data }) => heard.push(typeof data === 'string' ? data : [...new Uint8Array(data)].join());
        socket.onopen = () => { socket.send('first'); socket.send(Uint8Array.of(1, 2, 255)); };
      </script>`),
    );
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1200, height: 800 });
    await recorded(panel, 4);
    await openComposer(panel);
    await panel.waitForSelector('[aria-label=Composer] [role=textbox]');
  });
  afterEach(() => panel.close());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const select = (...texts: string[]) => selectRow(panel, texts);
  const heard = (message: string, times: number) =>
    page.waitForFunction(`heard.filter((each) => each === '${message}').length === ${times}`);
  /** Waits until the composer has this text, and the focus. */
  const edited = (text: string) =>
    until(`"${text}" in the composer`, () =>
      panel.$eval(
        '[aria-label=Composer] [role=textbox]',
        (box, wanted) => box === document.activeElement && box.textContent === wanted,
        text,
      ),
    );
  const last = async () => (await rows(panel)).at(-1)?.join(' ');

  it.each([
    ['text', 'first', 'first'],
    ['bytes', '01 02 ff', '1,2,255'],
  ])('Ctrl+Enter sends its %s again, as they were', async (_, shown, message) => {
    await select('sent', shown);
    await chord(panel, 'Control', 'Enter');
    await heard(message, 2);
    await until('its row', async () => (await rows(panel)).some((row) => row.join().includes('from panel')));
  });

  it('Ctrl+Shift+Enter lets the page receive it', async () => {
    await select('sent', '01 02 ff');
    await chord(panel, 'Control', 'Shift', 'Enter');
    await heard('1,2,255', 2);
    await until('its row', async () => (await last())?.includes('injected'));
  });

  it('E takes it into the composer, from where it goes out on the socket that it was on', async () => {
    await select('sent', 'first');
    await panel.keyboard.press('e');
    await edited('first');
    await panel.keyboard.press('End');
    await panel.keyboard.type(' edited');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('Enter');
    await panel.keyboard.up('Control');
    await heard('first edited', 1);
  });

  it('Ctrl+Shift+Enter in the composer lets the page receive what is written there', async () => {
    await select('sent', 'first');
    await panel.keyboard.press('e');
    await edited('first');
    await panel.keyboard.press('End');
    await panel.keyboard.type(' injected');
    await panel.keyboard.down('Control');
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('Enter');
    await panel.keyboard.up('Shift');
    await panel.keyboard.up('Control');
    await heard('first injected', 1);
    await until('its row', async () => /injected\s*first injected/.test((await last()) ?? ''));
  });

  it('E shows bytes as hex, and sends them as bytes', async () => {
    await select('sent', '01 02 ff');
    await press(panel, 'Edit and resend');
    await edited('01 02 ff');
    await panel.keyboard.type('00 ');
    await press(panel, 'Send to server');
    await heard('0,1,2,255', 1);
  });

  it('a socket that is closed is named as what is in the way', async () => {
    await page.evaluate('socket.close()');
    await page.waitForFunction('socket.readyState === 3');
    await select('sent', 'first');
    await chord(panel, 'Control', 'Enter');
    await told(panel, /socket is closed/);
  });
});
