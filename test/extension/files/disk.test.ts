import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHar } from '#model';
import type { Scope } from '#support/browser.ts';
import { DETAILS } from '#support/details.ts';
import { databases, spilled } from '#support/disk.ts';
import { figures, press, recorded, rows, selectRow, shown } from '#support/panel.ts';
import { closeDialog, openSettings, setField } from '#support/settings.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';
import { exportHar } from '../../../scripts/demo/export.ts';

/** Messages of a kB, each with its number at both ends; half of them come back. */
const SENT = 1500;
const text = (n: number) => `{"n":${n},"kept":"${'kept '.repeat(200)}","end":"end-${n}."}`;

/** How much of them stays in memory, in MiB. */
const BUDGET = '0.5';

const details = (panel: Scope) =>
  panel.evaluate((details) => document.querySelector(details)?.textContent ?? '', DETAILS);

/** Filters as a person does, also where a script can only reach into the page. */
const filter = (panel: Scope, wanted: string) =>
  panel.evaluate((wanted) => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!box) throw new Error('There is no filter');
    box.value = wanted;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, wanted);

describe.each(['chromium', 'firefox'] as const)('payloads beyond what may be in memory, in %s', (name) => {
  const stage = useStage(name);
  let panel: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    await stage.page.goto(stage.server.page('<h1>Nothing yet</h1>'));
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1400, height: 900 });
    await allow(BUDGET);
    await stage.page.goto(
      stage.server.page(`<script>
        const text = ${text};
        const socket = new WebSocket('${stage.server.wsUrl}/?echo');
        socket.onopen = () => { for (let n = 0; n < ${SENT}; n++) socket.send(text(n)); };
      </script>`),
    );
    await recorded(panel, 2 * SENT);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  /** Says in the settings how many MiB may be in memory. */
  const allow = async (mebi: string) => {
    await openSettings(panel);
    await setField(panel, 'Payloads in memory', mebi);
    await closeDialog(panel);
  };

  it('are on disk, and nothing is dropped', async () => {
    await spilled(panel);
    expect(await figures(panel)).toMatchObject({ messages: 2 * SENT, lost: 0 });
  });

  it('are found there, and read when they are looked at', async () => {
    await filter(panel, 'end-7.');
    await shown(panel, 2);
    await selectRow(panel, ['end-7.']);
    await until('the whole message', async () => (await details(panel)).includes('end-7.'));
    await filter(panel, 'json:n=12 dir:in');
    await shown(panel, 1);
    await filter(panel, '');
    await shown(panel, 2 * SENT);
  });

  it('have beginnings in the table', async () => {
    await panel.focus('[role=grid]');
    await panel.keyboard.press('Home');
    const first = await until('the first rows', async () => {
      const inView = (await rows(panel)).map((row) => row.join());
      return inView.some((row) => row.includes('{"n":0,')) && inView;
    });
    expect(first.filter((row) => row.includes('truncated'))).toEqual([]);
  });

  it('can be compared, and sent again', async () => {
    await filter(panel, 'end-20. dir:out');
    await shown(panel, 1);
    await selectRow(panel, ['end-20.']);
    await panel.keyboard.press('p');
    await until('the difference', async () => (await details(panel)).includes('end-19.'));
    await filter(panel, 'is:resent');
    await shown(panel, 0);
    await press(panel, 'Resend');
    await selectRow(panel, ['from panel', '{"n":20,']);
    await until('all of it', async () => (await details(panel)).includes('end-20.'));
    await filter(panel, '');
  });

  // Saving is asked of each browser in its own way; for Firefox, panel/firefox.test.ts does it.
  if (name === 'chromium')
    it('are all in a file, which may be larger than the memory, too', async () => {
      const { messages } = await recorded(panel, 2 * SENT + 2);
      const path = join(folder, 'session.har');
      await exportHar(stage.browser.browser, panel.mainFrame(), path);
      const { rows } = readHar(await readFile(path, 'utf8'));
      const sent = [];
      for (let row = 0; row < rows.length; row++)
        if (rows.type(row) === 'send' && rows.author(row) === 'page') sent.push(rows.data(row));
      expect(sent).toEqual(Array.from({ length: SENT }, (_, n) => text(n)));
      const input = (await panel.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
      await panel.waitForSelector('::-p-text(Back to the page)');
      expect(await recorded(panel, messages)).toMatchObject({ messages, lost: 0 });
      await spilled(panel, 2);
      await filter(panel, 'end-7.');
      await shown(panel, 2);
      await press(panel, 'Clear');
      await until('the file to be gone', async () => (await databases(panel)).length === 1);
      await filter(panel, '');
    });

  it('go with the panel, and with those that could not clear up; others keep theirs', async () => {
    const before = await databases(panel);
    await panel.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('payloads left');
          opening.onsuccess = () => {
            opening.result.close();
            done();
          };
        }),
    );
    const other = await stage.browser.openPanelTab(stage.page);
    await until('what was left to be gone', async () => !(await databases(panel)).includes('payloads left'));
    await until('both to have some', async () => (await databases(panel)).length > before.length);
    await other.close();
    await until('the other to be gone', async () => (await databases(panel)).length === before.length);
    expect(await databases(panel)).toEqual(before);
  });

  it('are removed with Clear', async () => {
    await press(panel, 'Clear');
    await until('the disk to be empty', async () => (await databases(panel)).length === 0);
    await until('an empty session', async () => (await figures(panel)).messages === 0);
  });

  it('go to disk from a panel in the developer tools, too', async () => {
    const inTools = await stage.browser.openDevToolsPanel(stage.page);
    await recorded(inTools, 2 * SENT);
    await spilled(inTools);
    await filter(inTools, 'end-7.');
    await shown(inTools, 2);
    await selectRow(inTools, ['end-7.']);
    await until('the whole message', async () => (await details(inTools)).includes('end-7.'));
  });
});
