import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DETAILS, textOf } from '#support/details.ts';
import { databases, packsIn, spilled } from '#support/disk.ts';
import { figures, recorded, rows, said, selectRow, shown } from '#support/panel.ts';
import { closeDialog, openSettings, setField } from '#support/settings.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** Messages of some 10 kB, each with its number at both ends, sent so many at a time. */
const SENT = 300;
const text = (n: number) => `{"n":${n},"kept":"${'kept '.repeat(2000)}","end":"end-${n}."}`;

const REFUSED = 'stay in memory';

describe('a disk that is full in the middle of a session', () => {
  const stage = useStage();
  let panel: Page;
  let sent = 0;

  beforeAll(async () => {
    const { server, browser, page } = stage;
    await page.goto(server.page('<h1>Nothing yet</h1>'));
    panel = await browser.openPanelTab(page);
    await panel.setViewport({ width: 1400, height: 900 });
    await allow('0.5');
    await page.goto(
      server.page(`<script>
        const text = ${text};
        const socket = new WebSocket('${server.wsUrl}/');
        const send = (from, to) => { for (let n = from; n < to; n++) socket.send(text(n)); };
        socket.onopen = () => document.body.append('open');
      </script>`),
    );
    await page.waitForSelector('::-p-text(open)');
    await sendMore();
    await spilled(panel);
  });
  /** Says how many MiB of payloads may be in memory. */
  const allow = async (mebi: string) => {
    await openSettings(panel);
    await setField(panel, 'Payloads in memory', mebi);
    await closeDialog(panel);
  };

  const sendMore = async () => {
    await stage.page.evaluate(`send(${sent}, ${sent + SENT})`);
    sent += SENT;
    await recorded(panel, sent);
  };

  /**
   * Has the disk refuse as a full one does, or take what comes again. Chromium keeps no quota for what has the right to
   * unlimited storage, and no test can fill the disk that it runs on.
   */
  const fill = (full: boolean) =>
    panel.evaluate((full) => {
      const own = window as typeof window & { put?: typeof IDBObjectStore.prototype.put };
      own.put ??= IDBObjectStore.prototype.put;
      const refuse = () => {
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = full ? refuse : own.put;
    }, full);

  const packs = async () => packsIn(panel, (await databases(panel))[0]);

  /** Finds a message by its end, and reads all of it. */
  const read = async (n: number) => {
    await panel.focus('[aria-label="Filter messages"]');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('a');
    await panel.keyboard.up('Control');
    await panel.keyboard.type(`"end-${n}." kind:text`);
    await shown(panel, 1);
    await until('the message alone', async () => {
      const [first, ...more] = await rows(panel);
      return more.length === 0 && first?.join().includes(`end-${n}.`);
    });
    await selectRow(panel, [`end-${n}.`]);
    await until('all of it', async () => (await textOf(panel, DETAILS)).includes(`end-${n}.`));
  };

  const noticed = () => until('the notice', async () => (await said(panel)).includes(REFUSED));
  const dismiss = async () => {
    await panel.locator('.notice button').click();
    await until('the notice to be gone', async () => !(await said(panel)).includes(REFUSED));
  };

  it('is told of, and costs no message', async () => {
    await fill(true);
    await sendMore();
    await noticed();
    expect(await said(panel)).toMatch(/QuotaExceededError: The disk is full/);
    expect(await figures(panel)).toMatchObject({ messages: sent, lost: 0 });
  });

  it('is told of once', async () => {
    await dismiss();
    await sendMore();
    expect(await said(panel)).not.toContain(REFUSED);
  });

  it('leaves what is on it to be read, and the rest in memory', async () => {
    await read(3);
    await read(sent - 3);
  });

  it('is asked again when the person says what may be in memory, and told of again where it still refuses', async () => {
    await allow('0.6');
    await noticed();
    await dismiss();
  });

  it('takes what is in memory once there is room', async () => {
    const before = await packs();
    await fill(false);
    await allow('0.5');
    // As many again as went there of the first.
    await until('more on disk', async () => (await packs()) >= 2 * before);
    expect(await said(panel)).not.toContain(REFUSED);
    await read(sent - 3 - SENT);
    await read(4);
  });
});
