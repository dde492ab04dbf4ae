import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readHar } from '#model';
import { caseBytes, caseText } from '#support/cases.ts';
import { figures, press, recorded, rows, selectRow, states, told } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** Text of every kind that a file could spoil: lone surrogates can only arrive by injection, so they are sent. */
const traffic = `
  const socket = new WebSocket(URL, ['chat']);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => {
    socket.send('\\u{1f600} emoji, \\u202e turned, "quoted" \\\\ and \\0');
    socket.send('\\ud800 alone \\udfff');
    socket.send('');
    socket.send(new Uint8Array([0, 255, 128, 10]));
    socket.send(new ArrayBuffer(0));
  };
  socket.onmessage = () => socket.close(4321, 'enough \\u{1f44b}');
  socket.onclose = () => socket.send('too late');`;

describe('a session as HAR', () => {
  const stage = useStage();
  let panel: Page;
  let folder: string;
  let har: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    await stage.page.goto(
      stage.server.page(`<script>${traffic.replace('URL', `'${stage.server.wsUrl}/?greet=hello'`)}</script>`),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await recorded(panel, 7);
    await until('the end', async () =>
      (await rows(panel)).some((cells) => cells.at(-1)?.startsWith('Closed: 4321')),
    );
    har = await exported();
  });

  /** Presses Export, and gives what the browser then saves. */
  async function exported(): Promise<string> {
    const session = await stage.browser.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(panel, 'Export');
    const name = await until('the file', async () =>
      (await readdir(folder)).find((file) => file.endsWith('.har')),
    );
    const path = join(folder, name);
    const whole = await until('a whole file', async () => {
      const text = await readFile(path, 'utf8');
      return JSON.parse(text) && text;
    });
    // Another export of the same session has the same name.
    await rm(path);
    return whole;
  }

  async function imported(name: string, content: string | Uint8Array): Promise<void> {
    await panel.bringToFront();
    await panel.evaluate(
      (file, base64) => {
        const input = document.querySelector('input[type=file]') as HTMLInputElement;
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], file));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      Buffer.from(content).toString('base64'),
    );
  }

  const shows = (selector: string, text: string) =>
    until(text, () =>
      panel.evaluate(
        (where, what) => document.querySelector(where)?.textContent.includes(what),
        selector,
        text,
      ),
    );

  it('opens in the Network panel of Chrome, by its own importer, with its messages', async () => {
    const { devTools } = await stage.browser.openDevTools(await stage.browser.newPage());
    const frames = await until('the messages in the Network panel', async () => {
      const found = (await devTools.evaluate(`(async () => {
        const { NetworkPanel } = await import('./panels/network/network.js');
        const { NetworkLog } = await import('./models/logs/logs.js');
        const log = NetworkLog.NetworkLog.instance();
        if (log.requests().length === 0) {
          const file = new File([${JSON.stringify(har)}], 'session.har');
          await NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(file);
        }
        return log.requests().flatMap((request) => request.frames().map(({ type, text, opCode }) => [type, opCode, text]));
      })()`)) as unknown[];
      return found.length > 0 && found;
    });
    const sent = (text: string) => ['send', 1, text];
    // What came after the close did not go over the wire.
    expect(frames).toHaveLength(6);
    expect(frames).toContainEqual(['receive', 1, 'hello']);
    expect(frames).toContainEqual(sent('\u{1f600} emoji, \u202e turned, "quoted" \\ and \0'));
    expect(frames).toContainEqual(sent(''));
    expect(frames).toContainEqual(['send', 2, 'AP+ACg==']);
    await devTools.close();
  });

  it('comes back with nothing changed', async () => {
    const { sockets, rows: all } = readHar(har);
    expect(sockets[0]).toMatchObject({
      url: `${stage.server.wsUrl}/?greet=hello`,
      protocols: ['chat'],
      protocol: 'chat',
      close: { code: 4321, reason: 'enough \u{1f44b}', wasClean: true },
    });
    const sent = Array.from({ length: all.length }, (_, row) => all.get(row)).filter(
      (row) => row?.type === 'send',
    );
    expect(sent.map((row) => row?.data)).toEqual([
      '\u{1f600} emoji, \u202e turned, "quoted" \\ and \0',
      '\ud800 alone \udfff',
      '',
      new Uint8Array([0, 255, 128, 10]),
      new Uint8Array(),
      'too late',
    ]);
    expect(sent.map((row) => row?.error)).toEqual([...Array(5).fill(undefined), 'dropped']);
    expect(sockets[0]).toMatchObject({ sent: { messages: 5 }, unsent: { messages: 1 } });
    const last = (await rows(panel)).at(-1)?.join();
    await imported('session.har', har);
    await told(panel, /session\.har/);
    await until('its rows', async () => (await rows(panel)).at(-1)?.join() === last);
    // Documents of a file are told apart from those of the tab by their keys; all else is the same.
    const again = (await exported()).replaceAll('"har:', '"');
    expect(JSON.parse(again)).toEqual(JSON.parse(har));
  });

  it.each([
    ['truncated', (text: string) => text.slice(0, text.length / 2), /truncated at line and column \d+:\d+/],
    ['not a HAR', () => '{"log": 3}', /not HAR, see log\.entries/],
    ['nothing', () => '', /truncated at line and column 1:1/],
  ])('says where a file is wrong that is %s, and leaves the session on screen', async (_, spoil, message) => {
    const before = await figures(panel);
    await imported('bad.har', spoil(har));
    await told(panel, message);
    expect(await figures(panel)).toEqual(before);
  });

  it('reads what is odd as well as it can be, says so in a line, and lists it', async () => {
    await imported('odd.har', caseText('time-0.har').replace('"type": "send"', '"type": 7'));
    await told(panel, /1 invalid field.*1 impossible time/);
    const lines = await until('its rows', async () => {
      const all = (await rows(panel)).map((cells) => cells.at(-1));
      return all.length === 5 && all;
    });
    expect(lines).toEqual([
      expect.stringContaining('wss://a.example/chat'),
      'Connected',
      'direction unknowngood',
      'time unknownodd',
      'last',
    ]);
    expect(await states(panel)).toEqual(['end unknown']);
    await press(panel, 'List');
    await shows('dialog', 'log.entries[0]._webSocketMessages[1].time');
    await panel.keyboard.press('Escape');
    await press(panel, 'Back to the page');
  });

  it('opens a zip with messages beside its HAR, and says why a handshake failed, in its row and the Socket tab', async () => {
    await imported('playwright.zip', caseBytes('playwright-attach.har.zip'));
    await told(panel, /playwright\.zip/);
    expect(await figures(panel)).toMatchObject({ messages: 13, sockets: 5 });
    const refused = 'Unexpected response code: 403';
    await selectRow(panel, [refused]);
    await panel.click('#tab-socket');
    await shows('.socket-page', `Error during WebSocket handshake: ${refused}`);
    await press(panel, 'Back to the page');
  });
});
