import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '#support/browser.ts';
import { press, recorded, selectRow } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { Toolbox } from '#support/toolbox.ts';
import { until } from '#support/until.ts';

describe('the panel in the toolbox of Firefox', () => {
  const stage = useStage('firefox');
  let panel: Scope;
  let toolbox: Toolbox;

  beforeAll(async () => {
    await stage.page.goto(
      stage.server.page(`<script>
        new WebSocket('${stage.server.wsUrl}/?burst=5&close=4001,enough');
        new WebSocket('${stage.server.wsUrl}/?greet={"a":[1]}');
      </script>`),
    );
    panel = await stage.browser.openDevToolsPanel(stage.page);
    toolbox = new Toolbox(stage.browser.browser, await stage.browser.tabId(stage.page));
    await recorded(panel, 6);
    await toolbox.focus();
  });

  const pressEscape = () => toolbox.press(['Escape', 'Escape', 27]);
  const withControl = (letter: string) =>
    toolbox.press(
      ['Control', 'ControlLeft', 17],
      [letter, `Key${letter.toUpperCase()}`, letter.toUpperCase().charCodeAt(0)],
    );
  const focus = (place: string) =>
    panel.evaluate((place) => document.querySelector<HTMLElement>(place)?.focus(), place);
  const write = (place: string, text: string) =>
    panel.evaluate(
      (place, text) => {
        const box = document.querySelector<HTMLInputElement>(place);
        box?.focus();
        if (box) box.value = text;
        box?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      place,
      text,
    );
  const isThere = (place: string) => panel.evaluate((place) => document.querySelector(place) !== null, place);
  const grid = '[role=grid][aria-label=Messages]';

  /** What is opened or chosen, how, and what is there until Escape ends it. */
  const states: readonly [string, () => Promise<unknown>, string][] = [
    ['Find', () => focus(grid).then(() => withControl('f')), '.find-bar'],
    [
      'Find with a text',
      () =>
        focus(grid)
          .then(() => withControl('f'))
          .then(() => until('the box', () => isThere('.find-bar')))
          .then(() => write('.find-bar input', 'enough')),
      '.find-bar',
    ],
    ['Go to', () => focus(grid).then(() => withControl('g')), '.find-bar'],
    ['a selected row', () => selectRow(panel, ['received']), `${grid} [aria-selected=true]`],
    [
      'Find in a payload',
      () =>
        // The table has few rows here: that one is to be in view.
        write('.filter input', 'json:a')
          .then(() => selectRow(panel, ['"a"']))
          .then(() => until('what can be searched', () => isThere('.details [role=tree]')))
          .then(() => focus('.details [role=tab][aria-selected=true]'))
          .then(() => withControl('f')),
      '.find-bar.in-payload',
    ],
    ['the settings', () => press(panel, 'Settings'), 'dialog[open]'],
  ];

  it.each(states)('has Escape for itself: %s', async (_, open, opened) => {
    await open();
    await until('it to be open', () => isThere(opened));
    await pressEscape();
    await until('it to be gone', async () => !(await isThere(opened)));
    expect(await toolbox.hasSplitConsole()).toBe(false);
    expect(await panel.evaluate('document.hasFocus()')).toBe(true);
  });

  it('leaves the text of the filter at the Escape that closes what is offered, and empties it at the next', async () => {
    const text = () => panel.evaluate(() => document.querySelector<HTMLInputElement>('.filter input')?.value);
    await write('.filter input', 'di');
    await until('what is offered', () => isThere('.filter-list [role=option]'));
    await pressEscape();
    await until('it to be gone', async () => !(await isThere('.filter-list [role=option]')));
    expect(await text()).toBe('di');
    await pressEscape();
    await until('no text', async () => (await text()) === '');
    expect(await isThere('.filter input[type=search]')).toBe(true);
    expect(await toolbox.hasSplitConsole()).toBe(false);
  });
});
