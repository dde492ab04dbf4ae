import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousIn } from '#support/axe.ts';
import { compose, press, recorded, selectRow } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { exportHar } from '../../../scripts/demo/export.ts';

describe('the panel with something open, for everybody', () => {
  const stage = useStage();
  let panel: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sockscope-'));
    await stage.page.goto(
      stage.server.page(`<script>
        new WebSocket('${stage.server.wsUrl}/?burst=60&close=1011,oops');
        new WebSocket('${stage.server.wsUrl}/?reject=403');
        new WebSocket('${stage.server.wsUrl}/?greet={"a":[1,null]}', 'chat').onopen = ({ target }) => target.send('sent');
      </script>`),
    );
    panel = await stage.browser.openPanelTab(stage.page);
    await panel.setViewport({ width: 1400, height: 800 });
    await recorded(panel, 62);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const keys = async (place: string, ...pressed: KeyInput[]) => {
    await panel.focus(place);
    for (const key of pressed) await panel.keyboard.press(key);
  };
  const withControl = async (key: KeyInput) => {
    await panel.keyboard.down('Control');
    await panel.keyboard.press(key);
    await panel.keyboard.up('Control');
  };
  const write = async (text: string) => {
    await panel.focus('input[type=search]');
    await panel.keyboard.type(text);
  };
  const closeDialog = async () => {
    await panel.keyboard.press('Escape');
    // Closed is not gone: until it is, it would take another with it.
    await panel.waitForFunction(() => document.querySelector('dialog') === null);
  };
  const pick = async (name: string, content?: string) => {
    if (content !== undefined) await writeFile(join(folder, name), content);
    const input = (await panel.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, name));
  };
  const grid = '[role=grid][aria-label=Messages]';

  /** What is opened, how, and what then is there. */
  const states: readonly [string, () => Promise<unknown>, string][] = [
    ['the rates', () => press(panel, 'Rates'), '.rate canvas'],
    [
      'a selected stretch of time',
      () => keys('[aria-label="Sockets over time"]', '+', 'Enter'),
      'aria/Clear selection',
    ],
    [
      'several sockets',
      () => keys('[role=listbox]', 'ArrowDown').then(() => withControl('a')),
      'aria/Show all',
    ],
    ['what is offered for a filter', () => write('di'), '[role=option]::-p-text(dir:)'],
    [
      'a filter that cannot be read',
      () => keys('input[type=search]', 'Escape', 'Escape').then(() => write('size:>x')),
      '.filter-fault',
    ],
    [
      'the columns',
      () => keys('input[type=search]', 'Escape', 'Escape').then(() => keys(grid, 'Home', 'c')),
      '.columns-panel',
    ],
    [
      'the forms of a copy',
      async () => {
        await press(panel, 'Clear selection');
        await write('dir:out');
        await selectRow(panel, ['sent']);
        await panel.locator('.details-actions [aria-haspopup=menu]').click();
      },
      '[role=menu]:popover-open',
    ],
    [
      'the page of a socket',
      async () => {
        // The menu lies over the tabs.
        await panel.keyboard.press('Escape');
        await panel.locator('[role=tab]::-p-text(Socket)').click();
      },
      '.socket-page',
    ],
    ['Find', () => keys(grid, 'Home').then(() => withControl('f')), '.find-bar'],
    ['the settings', () => press(panel, 'Settings'), 'dialog[open]'],
    ['the keys', () => closeDialog().then(() => press(panel, 'Shortcuts')), 'dialog[open]'],
    [
      'a draft that is wrong',
      () => closeDialog().then(() => compose(panel, 'json', '{"a":', 'Send to server')),
      '.composer-said.error',
    ],
    ['a file that cannot be read', () => pick('broken.har', '{'), '.notice.error'],
    [
      'a session from a file',
      () =>
        exportHar(stage.browser.browser, panel.mainFrame(), join(folder, 'session.har')).then(() =>
          pick('session.har'),
        ),
      '::-p-text(Back to the page)',
    ],
    ['a page that is gone', () => stage.page.close(), '.banner[role=alert]'],
  ];

  it.each(states)('has nothing that axe finds serious: %s', async (_, open, opened) => {
    await open();
    await panel.waitForSelector(opened);
    for (const value of ['light', 'dark']) {
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await seriousIn(panel), value).toEqual([]);
    }
  });
});
