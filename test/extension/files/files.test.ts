import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures, recorded, rows } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';
import { exportHar } from '../../../scripts/demo/export.ts';

describe('sessions in files', () => {
  const stage = useStage();
  let panel: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    const greet = encodeURIComponent('{"emoji":"👍","rtl":"\u202e"}');
    await stage.page.goto(
      stage.server.page(`<script>
        const socket = new WebSocket('${stage.server.wsUrl}/?greet=${greet}&greet=&echo&after=3&close=4002,done');
        socket.onopen = () => {
          socket.send('\\ud800 alone');
          socket.send(Uint8Array.of(0, 255, 1));
          socket.send('');
        };
      </script>`),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1400, height: 900 });
    await recorded(panel, 8);
    await until('the close', async () => (await rows(panel)).at(-1)?.at(-1)?.startsWith('Closed: 4002'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const pick = async (name: string, content?: string) => {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    const input = (await panel.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  };
  const alert = () => panel.$eval('.notices', ({ textContent }) => textContent ?? '');

  it('come back as they were exported', async () => {
    const [before, shown] = [await rows(panel), await figures(panel)];
    await exportHar(stage.browser.browser, panel.mainFrame(), join(folder, 'session.har'));
    expect(JSON.parse(await readFile(join(folder, 'session.har'), 'utf8')).log.entries).toHaveLength(1);
    await pick('session.har');
    await panel.waitForSelector('::-p-text(Back to the page)');
    await until('the same', async () => {
      expect([await rows(panel), await figures(panel)]).toEqual([before, shown]);
      return true;
    });
  });

  it.each([
    ['no JSON', '{"log": oops}', /1:9/],
    ['cut off', '{"log": {"entries": [', /truncated/],
    ['no HAR', '{"entries": []}', /not HAR/],
    ['of another kind', '{"log": {"entries": [], "pages": []}}', /no WebSockets/],
  ])('leave what is on screen alone where they are %s, and say where', async (name, content, said) => {
    const before = await rows(panel);
    await pick(`${name}.har`, content);
    await until(
      'a word about it',
      async () => said.test(await alert()) && (await alert()).includes(`${name}.har`),
    );
    expect(await rows(panel)).toEqual(before);
    await panel.locator('aria/Dismiss').click();
  });

  it('cannot turn around what is said of them by their names', async () => {
    await pick('turned\u202erah.har', 'no JSON');
    await until('its name', async () => (await alert()).includes('turned\\u202erah.har'));
    await panel.locator('aria/Dismiss').click();
  });

  it('are put away for the page, which was recorded meanwhile', async () => {
    await stage.page.evaluate(`new WebSocket('${stage.server.wsUrl}/?greet=meanwhile')`);
    await panel.locator('::-p-text(Back to the page)').click();
    await recorded(panel, 9);
  });
});
