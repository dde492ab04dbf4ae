import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '#model';
import type { TestBrowser } from '#support/browser.ts';
import { harText } from '#support/har.ts';
import { launch } from '#support/launch.ts';
import { cancelWork, figures, press, recorded, said } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import { closeDialog } from '#support/settings.ts';
import { until } from '#support/until.ts';

const MESSAGES = 60_000;

/** A HAR of some 30 MB. */
function largeHar(): string {
  const session = new Session();
  const socket = session.addSocket(session.addDocument('a', 'https://a.example/', 1.7e12, true), 1, 1.7e12);
  for (let i = 0; i < MESSAGES; i++)
    session.push({ type: 'message', time: 1.7e12 + i, socket, form: 'text', data: `${i} `.repeat(60) });
  return harText(session);
}

describe.each(['chromium', 'firefox'] as const)('a large file in %s', (name) => {
  let server: Server;
  let browser: TestBrowser;
  let panel: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    await writeFile(join(folder, 'large.har'), largeHar());
    [server, browser] = await Promise.all([startServer(), launch[name]()]);
    const page = await browser.newPage();
    await page.goto(server.page(`<script>new WebSocket('${server.wsUrl}/?burst=5')</script>`));
    panel = await browser.openPanelTab(page);
    await recorded(panel, 5);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const pick = async () => {
    const input = (await panel.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, 'large.har'));
  };
  /** Opens the list of keys as soon as something takes long, and gives whether it still does when the list is there. */
  const openKeysAtWork = () =>
    panel.evaluate(async () => {
      const seen = async (selector: string) => {
        while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
      };
      await seen('[role=status] progress');
      document.querySelector<HTMLElement>('button[aria-label=Shortcuts]')?.click();
      await seen('dialog[open]');
      return document.querySelector('[role=status] progress') !== null;
    });
  const isAtWork = async () => (await panel.$('[role=status] progress')) !== null;

  it('can be told to stop being read, and then leaves all as it was', async () => {
    const [cancelled] = await Promise.all([cancelWork(panel), pick()]);
    expect(cancelled).toContain('Reading large.har');
    await until('the end of it', async () => !(await isAtWork()));
    expect([(await figures(panel)).messages, (await said(panel)).trim()]).toEqual([5, '']);
  });

  it('is read while the panel answers', async () => {
    const [stillAtWork] = await Promise.all([openKeysAtWork(), pick()]);
    expect(stillAtWork).toBe(true);
    await closeDialog(panel);
    await recorded(panel, MESSAGES);
    await until('the end of it', async () => !(await isAtWork()));
  });

  it('can be told to stop being written', async () => {
    const [cancelled] = await Promise.all([cancelWork(panel), press(panel, 'Export')]);
    expect(cancelled).toContain('Writing sockscope-');
    await until('the end of it', async () => !(await isAtWork()));
    expect(await panel.$eval('.notices', ({ textContent }) => textContent)).toBe('');
  });
});
