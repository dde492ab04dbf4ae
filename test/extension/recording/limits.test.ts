import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exported, sha256 } from '#support/exported.ts';
import { figures, press, recorded, rows, selectRow, sockets } from '#support/panel.ts';
import { closeDialog, openSettings, setField } from '#support/settings.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

describe.each(['chromium', 'firefox'] as const)('the limits that a person sets in %s', (name) => {
  const stage = useStage(name);
  let panel: Page;

  beforeAll(async () => {
    await stage.page.goto(stage.server.page('Nothing'));
  });
  afterEach(async () => {
    await openSettings(panel);
    await press(panel, 'Restore defaults');
    await closeDialog(panel);
    await panel.close();
  });

  const openPanel = async () => {
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1200, height: 1000 });
  };

  const open = async (query: string) => {
    await stage.page.goto(
      stage.server.page(`<script>
        const socket = new WebSocket('${stage.server.wsUrl}/?${query}');
        let heard = 0;
        socket.onmessage = () => heard++;
      </script>`),
    );
    await stage.page.waitForFunction('socket.readyState === 1');
  };

  const limit = async (label: string, value: string) => {
    await openSettings(panel);
    await setField(panel, label, value);
    await closeDialog(panel);
  };

  /** Sets a limit before the page opens its sockets, and has it load them with no panel there. */
  const limitBefore = async (label: string, value: string, query: string) => {
    await stage.page.goto(stage.server.page('Nothing'));
    await openPanel();
    await limit(label, value);
    await panel.close();
    await open(query);
  };

  const statusText = () =>
    panel.$eval('[role=status][aria-label=Session]', (status) => status.textContent ?? '');

  it('cut a long message, whatever it is, and its true size is said', async () => {
    await open('echo');
    await openPanel();
    await limit('Largest message kept', '0.001');
    const kept = 1049;
    // The limit is on its way to the page: what is sent until then is whole.
    await until('a message that is cut', async () => {
      await stage.page.evaluate("socket.send('x'.repeat(5000))");
      return (await rows(panel)).at(-1)?.at(-1)?.startsWith('truncated');
    });
    await stage.page.waitForFunction('socket.bufferedAmount === 0');
    const text = Buffer.alloc(7000, 'seven');
    // What is said first of bytes is what they are in the page: as it sends them, and as it gets them.
    const forms = [
      ["'seven'.repeat(1400)", text.subarray(0, kept).toString(), /^truncated/, /^truncated/],
      [
        "new TextEncoder().encode('seven'.repeat(1400))",
        text.subarray(0, kept),
        /^Uint8Arraytruncated/,
        /^Blobtruncated/,
      ],
      ["new Blob(['seven'.repeat(1400)])", text.subarray(0, kept), /^Blobtruncated/, /^Blobtruncated/],
    ] as const;
    for (const [made, beginning, ...begin] of forms) {
      const { messages } = await figures(panel);
      await stage.page.evaluate(`socket.send(${made})`);
      await recorded(panel, messages + 2);
      const said = await until('both in the table', async () => {
        const last = (await rows(panel)).slice(-2);
        return last.every((cells) => cells.includes('7\u00a0kB')) && last;
      });
      expect(said.map((cells) => cells.at(-1))).toEqual(begin.map((words) => expect.stringMatching(words)));
      const both = { size: 7000, sha256: sha256(beginning) };
      expect((await exported(panel)).slice(-2)).toMatchObject([
        { type: 'send', ...both },
        { type: 'receive', ...both },
      ]);
    }
    await selectRow(panel, [], -1);
    await until('the size in the details', () =>
      panel.$eval('[aria-label="Message details"] .meta', (meta) => meta.textContent?.includes('7\u00a0kB')),
    );
  });

  it('let older messages go when there are more, counted by socket', async () => {
    await limitBefore('Messages', '50', 'greet=hello');
    await stage.page.waitForFunction('heard === 1');
    await stage.page.evaluate(`(async () => {
      const other = new WebSocket('${stage.server.wsUrl}/?other');
      await new Promise((resolve) => { other.onopen = resolve; });
      for (let i = 0; i < 30; i++) other.send('o' + i);
      for (let i = 0; i < 40; i++) socket.send('s' + i);
    })()`);
    await openPanel();
    await until('what was lost', async () => (await statusText()).includes('21 lost'));
    expect(await recorded(panel, 50)).toEqual({ messages: 50, shown: 50, sockets: 2, lost: 21 });
    await until('what each has lost', async () => {
      const list = await sockets(panel);
      const of = (other: boolean) => list.find((text) => text.includes('?other') === other) ?? '';
      return /10 sent.*20 lost/.test(of(true)) && /40 sent.*1 lost/.test(of(false));
    });
  });

  it('let older messages go when they take more memory, text two bytes a character', async () => {
    await limitBefore('Payload memory', '0.5', 'burst=20&size=26000');
    await stage.page.waitForFunction('heard === 20');
    await openPanel();
    await until('what was lost', async () => (await statusText()).includes('10 lost'));
    expect(await recorded(panel, 10)).toEqual({ messages: 10, shown: 10, sockets: 1, lost: 10 });
    await until('what it has lost', async () => /10 received.*10 lost/.test((await sockets(panel)).join()));
    expect((await rows(panel)).at(-1)?.at(-1)).toMatch(/^19\./);
  });

  it('turn recording off at 0, until it is wanted again', async () => {
    await open('');
    await openPanel();
    await stage.page.evaluate("globalThis.sent = 0; setInterval(() => socket.send('m' + sent++), 5); 0");
    await recorded(panel, 10);
    const sent = async () => Number(await stage.page.evaluate('sent'));
    /** Whether any of the next messages is recorded, or missed. */
    const isRecorded = async () => {
      const [{ messages, lost }, before] = [await figures(panel), await sent()];
      await until('more messages', async () => (await sent()) > before + 40);
      const now = await figures(panel);
      return now.messages + now.lost > messages + lost;
    };
    await limit('Messages', '0');
    await until('nothing to be recorded', async () => !(await isRecorded()));
    await limit('Messages', '1000');
    await until('messages to be recorded again', isRecorded);
  });
});
