import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from '#support/chromium.ts';
import { DETAILS, textOf } from '#support/details.ts';
import { launch } from '#support/launch.ts';
import { figures, recorded, rows, said, selectRow, shown } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { closeDialog, openSettings, setField } from '#support/settings.ts';
import { until } from '#support/until.ts';

/** Messages of some 10 kB, each with its number at both ends, and how much of them may be in memory, in MiB. */
const SENT = 300;
const text = (n: number) => `{"n":${n},"kept":"${'kept '.repeat(2000)}","end":"end-${n}."}`;
const BUDGET = '0.5';

const REFUSED = 'stay in memory';

/** Puts a file where the browser wants to make a folder for databases: it can make none then, whoever asks. */
async function refuseDatabases(browser: Browser): Promise<void> {
  const profile = browser.process()?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='));
  if (!profile) throw new Error('The browser has no profile');
  await writeFile(join(profile.replace('--user-data-dir=', ''), 'Default', 'IndexedDB'), '');
}

describe('a disk that refuses', () => {
  let server: Server;
  let browser: Chromium;
  let page: Page;
  let panel: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch.chromium()]);
    await refuseDatabases(browser.browser);
    page = await browser.newPage();
    await page.goto(server.page('<h1>Nothing yet</h1>'));
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1400, height: 900 });
    await setBudget();
    await page.goto(
      server.page(`<script>
        const text = ${text};
        const socket = new WebSocket('${server.wsUrl}/');
        const send = (from, to) => { for (let n = from; n < to; n++) socket.send(text(n)); };
        socket.onopen = () => send(0, ${SENT});
      </script>`),
    );
    await recorded(panel, SENT);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const setBudget = async () => {
    await openSettings(panel);
    await setField(panel, 'Payloads in memory', BUDGET);
    await closeDialog(panel);
  };

  const filter = async (wanted: string) => {
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('a');
    await panel.keyboard.up('Control');
    await panel.keyboard.type(wanted);
  };

  it('is told of, with what to do, and costs no message', async () => {
    await until('the notice', async () => (await said(panel)).includes(REFUSED));
    expect(await said(panel)).toMatch(/Error: /);
    expect(await figures(panel)).toMatchObject({ messages: SENT, lost: 0 });
  });

  it('is told of once, not for every message that comes', async () => {
    await panel.locator('.notice button').click();
    await until('the notice to be gone', async () => !(await said(panel)).includes(REFUSED));
    await page.evaluate(`send(${SENT}, ${2 * SENT})`);
    await recorded(panel, 2 * SENT);
    expect(await said(panel)).not.toContain(REFUSED);
  });

  it('leaves every message in memory: the oldest is found by its end, and read', async () => {
    await filter('end-3. kind:text');
    await shown(panel, 1);
    await until('the message alone', async () => {
      const [first, ...more] = await rows(panel);
      return more.length === 0 && first?.join().includes('end-3.') && !first.join().includes('truncated');
    });
    await selectRow(panel, ['end-3.']);
    await until('all of it', async () => (await textOf(panel, DETAILS)).includes('end-3.'));
  });
});
