import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriousIn } from '#support/axe.ts';
import { panelOf, showTab } from '#support/details.ts';
import { selectRow } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

const json = '{"n":2}';

/** What bytes of an image begin with, as the table has them. */
const bytes = '89 50 4e 47';

/** What each tab has to show before it is looked at, of which message. */
const tabs = [
  ['preview', '[role=tree]', json],
  ['text', '.cm-line', json],
  ['compare', '.differences', json],
  ['stack', '.stack', json],
  ['socket', '.buffered-chart canvas', json],
  ['hex', '.hex-row', bytes],
  ['base64', '.cm-line', bytes],
  ['preview', 'img', bytes],
] as const;

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('message details, for everybody,', () => {
  const stage = useStage();
  let panel: Page;

  beforeAll(async () => {
    const image = `Uint8Array.from(atob('${png}'), (character) => character.charCodeAt(0))`;
    const large = `'x'.repeat(8_000_000)`;
    panel = await panelOf(stage, [`'{"n":1}'`, `'${json}'`, image, large], 'pause=500');
  });

  it.each([
    [1400, 'light'],
    [320, 'dark'],
  ])('have nothing that axe finds serious in any tab, %i px wide, %s', async (width, value) => {
    await panel.setViewport({ width, height: 900 });
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    for (const [view, sign, message] of tabs) {
      await selectRow(panel, ['sent', message]);
      await showTab(panel, view);
      await panel.waitForSelector(`.tab-panel ${sign}`);
      expect([view, ...(await seriousIn(panel))]).toEqual([view]);
    }
  });

  it('have readable tabs where colours are forced', async () => {
    const session = await panel.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    const colours = () =>
      panel.$eval('[role=tab][aria-selected=true]', (tab) => {
        const probe = document.createElement('span');
        probe.style.cssText = 'forced-color-adjust: none; color: HighlightText; background: Highlight';
        tab.after(probe);
        const [own, wanted] = [tab, probe].map((element) => {
          const { color, backgroundColor } = getComputedStyle(element);
          return `${color} on ${backgroundColor}`;
        });
        probe.remove();
        return own === wanted;
      });
    await until('the colours that are forced', colours);
  });
});
