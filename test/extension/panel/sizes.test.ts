import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { recorded, selectRow } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** Where developer tools are docked, and how large the panel is then, in CSS px. */
const sizes = {
  'docked at the right in Chromium': [554, 833],
  'docked at the right in Firefox': [500, 785],
  'docked below in Chromium': [1400, 272],
  'docked below in Firefox': [1280, 221],
  'a window': [1400, 860],
  'as narrow as it gets': [320, 700],
  'as small as it gets': [320, 260],
} as const;

/** What can be pressed and is cut or covered, in words. What a part hides that scrolls can be brought into view. */
const faults = (panel: Page) =>
  panel.evaluate(() => {
    const pressable = 'button:enabled, input:not([type=file]), select, [role=tab], [role=separator]';
    const nameOf = (element: HTMLElement) =>
      `${element.tagName} ${element.ariaLabel ?? element.title ?? ''} ${element.textContent.slice(0, 30)}`;
    /** In little room the details lie over the table, which is there for whoever moves on in it by keys. */
    const isUnderDetails = (element: HTMLElement) =>
      element.closest('.messages') !== null &&
      document.querySelector('.parts[data-shape=tiny][data-shown~=details]') !== null;
    const clips = (element: HTMLElement) => {
      const all: { box: DOMRect; scrolls: boolean }[] = [];
      for (let each = element.parentElement; each; each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each);
        const scrolls = /auto|scroll/.test(overflowX + overflowY);
        if (scrolls || /hidden|clip/.test(overflowX + overflowY))
          all.push({ box: each.getBoundingClientRect(), scrolls });
      }
      return [...all, { box: new DOMRect(0, 0, innerWidth, innerHeight), scrolls: false }];
    };
    const faultOf = (element: HTMLElement) => {
      const box = element.getBoundingClientRect();
      const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!isSeen || isUnderDetails(element) || box.width < 2 || box.height < 2) return undefined;
      for (const { box: clip, scrolls } of clips(element)) {
        const over = [
          clip.left - box.left,
          clip.top - box.top,
          box.right - clip.right,
          box.bottom - clip.bottom,
        ];
        if (Math.max(...over) < 1) continue;
        return scrolls ? undefined : `cut by ${Math.round(Math.max(...over))} px`;
      }
      const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const isOpen = there && (element.contains(there) || there.contains(element) || there.closest('label'));
      return isOpen ? undefined : `covered by ${there?.className}`;
    };
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const fault = faultOf(element);
      return fault ? [`${nameOf(element)}: ${fault}`] : [];
    });
  });

describe.each([5, 120])('with %d sockets and a selected message, nothing is cut or covered', (count) => {
  const stage = useStage();
  let panel: Page | undefined;

  const open = async () => {
    await stage.page.goto(
      stage.server.page(`<script>
        for (let n = 0; n < ${count}; n++) new WebSocket('${stage.server.wsUrl}/room/' + n + '?greet={"room":' + n + '}');
      </script>`),
    );
    const opened = await stage.browser.openPanelTab(stage.page);
    await recorded(opened, count);
    await selectRow(opened, ['received'], -1);
    return opened;
  };

  it.each(Object.entries(sizes))('%s', async (_, [width, height]) => {
    panel ??= await open();
    await panel.setViewport({ width, height });
    await until('the panel to be drawn', () =>
      (panel as Page).evaluate(
        () =>
          new Promise<boolean>((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(true))),
          ),
      ),
    );
    expect(await faults(panel)).toEqual([]);
    const shown = await panel.evaluate(() => {
      const heightOf = (place: string) => document.querySelector(place)?.getBoundingClientRect().height ?? 0;
      return {
        payload: heightOf('[role=tabpanel]'),
        scrolls: document.documentElement.scrollHeight > innerHeight,
      };
    });
    expect(shown.payload).toBeGreaterThan(40);
    expect(shown.scrolls).toBe(false);
  });
});
