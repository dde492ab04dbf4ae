import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Scope } from '#support/browser.ts';
import { figures, press, recorded, said, selectRow } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { Toolbox } from '#support/toolbox.ts';
import { until } from '#support/until.ts';

/** Writes as a person does, also where a script can only reach into the page. */
const filter = (panel: Scope, wanted: string) =>
  panel.evaluate((wanted) => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
    box.value = wanted;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, wanted);

/** Opens a file as a person does. */
const openFile = (panel: Scope, name: string, content: string) =>
  panel.evaluate(
    (name, content) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], name));
      const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    content,
  );

const har = JSON.stringify({
  log: {
    entries: [
      {
        _resourceType: 'websocket',
        startedDateTime: '2026-01-01T00:00:00.000Z',
        request: { url: 'wss://example.org/' },
        response: { status: 101 },
        _webSocketMessages: [{ type: 'receive', time: 1767225600.5, opcode: 1, data: 'from a file' }],
      },
    ],
  },
});

/** What there is to be seen of the panel. */
const seen = (panel: Scope) =>
  panel.evaluate(() => {
    const texts = (place: string) =>
      [...document.querySelectorAll(place)].map(({ textContent }) => textContent);
    return {
      filter: document.querySelector<HTMLInputElement>('input[type=search]')?.value,
      selected: texts('[role=grid] [role=row][aria-selected=true] .cell-preview'),
      rows: texts('[role=grid] [role=row][aria-selected] .cell-preview'),
      banner: texts('.banner'),
    };
  });

describe.each(['chromium', 'firefox'] as const)('a panel that is loaded again in %s', (name) => {
  const stage = useStage(name);
  let page: Page;
  afterEach(() => page.close());

  /** A page that says some things, and one after it. */
  const openPages = async () => {
    page = await stage.browser.newPage();
    const saying = (texts: string[]) =>
      stage.server.page(`<script>
        const socket = new WebSocket('${stage.server.wsUrl}/?${texts[0]}');
        socket.onopen = () => { for (const text of ${JSON.stringify(texts)}) socket.send(text); };
      </script>`);
    await page.goto(saying(['first apple', 'first pear', 'first apple pie']));
    return { next: saying(['second apple', 'second plum']) };
  };

  const inPanel = {
    'the developer tools': async () => {
      const panel = await stage.browser.openDevToolsPanel(page);
      const sides = ['right', 'bottom'];
      const again = async () => {
        if (name === 'chromium') await panel.evaluate('void setTimeout(() => location.reload())');
        else
          await new Toolbox(stage.browser.browser, await stage.browser.tabId(page)).dock(sides.shift() ?? '');
      };
      return { panel, again };
    },
    'a window of its own': async () => {
      const panel = await stage.browser.openPanelTab(page);
      return { panel, again: () => panel.evaluate('void setTimeout(() => location.reload())') };
    },
  };

  /** Loads the panel again, and waits until it shows what it showed. */
  const compare = async (panel: Scope, again: () => Promise<unknown>) => {
    const before = await seen(panel);
    await panel.evaluate('void (document.documentElement.dataset.old = "yes")');
    await again();
    await until('the panel to be another', async () =>
      panel.evaluate('document.documentElement.dataset.old !== "yes" && document.readyState === "complete"'),
    );
    await until('what was there', async () => {
      expect(await seen(panel)).toEqual(before);
      return true;
    });
  };

  it.each(Object.entries(inPanel))('has in %s what was on screen', async (_, open) => {
    const { next } = await openPages();
    const { panel, again } = await open();
    await recorded(panel, 3);
    await page.goto(next);
    await recorded(panel, 5);
    await filter(panel, 'dir:out apple');
    await until('three rows', async () => (await seen(panel)).rows.length === 3);
    await selectRow(panel, ['first apple pie']);
    await press(panel, '☆ Mark');
    const isMarked = async () => (await seen(panel)).selected.join().includes('marked');
    await until('the mark', isMarked);
    await compare(panel, again);
    await filter(panel, 'is:marked');
    await until('the mark', async () => (await seen(panel)).rows.length === 1 && isMarked());
    await filter(panel, '');
    await recorded(panel, 5);
    await page.evaluate(`socket.send('more')`);
    await recorded(panel, 6);
    expect(await figures(panel)).toMatchObject({ messages: 6, sockets: 2, lost: 0 });

    await openFile(panel, 'saved.har', har);
    await until('the file', async () => (await seen(panel)).banner.join().includes('saved.har'));
    await filter(panel, 'file');
    await selectRow(panel, ['from a file']);
    await compare(panel, again);
    await press(panel, 'Back to the page');
    await filter(panel, '');
    await recorded(panel, 6);
    expect(await said(panel)).toBe('');
  });
});
