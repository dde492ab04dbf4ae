import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { figures, press, recorded, rows, selectRow, sockets } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** What a browser would run, or draw, were it ever taken for markup. */
const markup = '<img src=x onerror="window.taken=1"><script>window.taken=1</script>';

/** A page that sends whatever may harm who looks at it. */
const page = (url: string) => `<script>
  const markup = ${JSON.stringify(markup).replaceAll('<', '\\u003c')};
  const socket = new WebSocket('${url}/?echo&' + encodeURIComponent(markup), ['protocol']);
  socket.onopen = () => {
    socket.send(markup);
    socket.send('\\u202egnp.exe\\u2066\\0\\u0007\\u200b');
    socket.send('l'.repeat(1 << 20));
    socket.send(JSON.stringify({ [markup]: markup }));
  };
  let heard = 0;
  socket.onmessage = () => ++heard === 4 && socket.close(4000, markup.slice(0, 100));
  try { new WebSocket('bad:' + markup); } catch {}
  // Forged: a handshake of the hook's, and messages that no server sent.
  const stranger = document.createElement('i');
  let answered = 0;
  for (const type of ['batch', 'more', 'alive'])
    stranger.addEventListener(type, () => answered++);
  addEventListener('sockscope', () => answered++, true);
  const shakeHands = () =>
    !dispatchEvent(new FocusEvent('sockscope', { relatedTarget: stranger, cancelable: true }));
  const command = (command) =>
    stranger.dispatchEvent(new CustomEvent('command', { detail: JSON.stringify(command) }));
  const commandAll = () => {
    command({ type: 'read', after: 0, gap: true, now: true, others: 0 });
    for (const type of ['send', 'inject']) command({ type, id: 1, socket: 1, data: { text: 'commanded' } });
    command({ type: 'close', socket: 1, args: [] });
    command({ type: 'limit', events: 0, bytes: 0, payload: 0 });
  };
  const taken = shakeHands();
  commandAll();
  const heardByStranger = () => answered;
</script>`;

describe.each(['chromium', 'firefox'] as const)('a hostile page in %s', (name) => {
  const stage = useStage(name);
  let panel: Page;

  beforeAll(async () => {
    await stage.page.goto(stage.server.page(page(stage.server.wsUrl)));
    panel = await stage.browser.openPanelTab(stage.page);
    // So large that every row stays in view when one of them is selected.
    await panel.setViewport({ width: 1400, height: 900 });
    await recorded(panel, 8);
    await until('the close', async () => (await sockets(panel)).some((text) => text.includes('4000')));
  });

  /** What of the page's making would be alive in the panel. */
  const taken = () =>
    panel.evaluate(() => [
      'taken' in window,
      document.querySelectorAll('img[src], body script:not([src]), iframe, object').length,
    ]);

  /** Chooses a tab of the details, unless the row has none of that name, and gives whether all of it is there. */
  const isShown = (name: string) =>
    panel.evaluate((wanted) => {
      const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
      const tab = tabs.find(({ textContent }) => textContent === wanted);
      tab?.click();
      const text = document.querySelector('[role=tabpanel]')?.textContent;
      return !tab || (tab.ariaSelected === 'true' && text !== '');
    }, name);

  it('has its texts shown as texts, wherever they stand', async () => {
    for (const row of (await rows(panel)).keys()) {
      await selectRow(panel, [], row);
      for (const tab of ['Preview', 'Text', 'Socket']) {
        await until(`${tab} of it`, () => isShown(tab));
        expect(await taken()).toEqual([false, 0]);
      }
    }
    expect((await rows(panel)).flat().join()).toContain(markup);
  });

  it('cannot turn a line around, nor hide characters in it', async () => {
    const line = (await rows(panel)).map((cells) => cells.at(-1)).find((text) => text?.includes('gnp.exe'));
    expect(line).toMatch(/\\u202e.*\\u2066/i);
    expect(line).not.toMatch(/[\u202e\u2066\0]/);
  });

  it('gets no word of the channel, and no command through, by a forged handshake', async () => {
    expect(await stage.page.evaluate('taken')).toBe(false);
    await stage.page.evaluate(`new Promise((resolve) => {
      globalThis.honest = new WebSocket('${stage.server.wsUrl}/?echo');
      globalThis.heardHonestly = [];
      honest.onmessage = ({ data }) => resolve(heardHonestly.push(data));
      honest.onopen = () => honest.send('honest');
    })`);
    expect(await stage.page.evaluate('shakeHands()')).toBe(false);
    await stage.page.evaluate('commandAll()');
    await stage.page.evaluate("honest.send('after it')");
    await recorded(panel, 12);
    expect(await figures(panel)).toMatchObject({ messages: 12, lost: 0 });
    expect(await stage.page.evaluate('honest.readyState')).toBe(1);
    expect(await stage.page.evaluate('heardHonestly')).toEqual(['honest', 'after it']);
    expect(await stage.page.evaluate('heardByStranger()')).toBe(0);
  });

  it('leaves the panel at work', async () => {
    await press(panel, 'Clear');
    await until('an empty session', async () => (await figures(panel)).messages === 0);
  });
});

/** What breaks code that leans on what a page can reach; all that the page needs itself it has put aside. */
const poison = `<script>
  const { apply } = Reflect;
  const Socket = WebSocket;
  const { send } = Socket.prototype;
  const fail = () => { throw 'poisoned'; };
  for (const name of ['then', 'push', 'map', 'toJSON', 'detail', 'reader', 'get', 'set', 'value', 'n', 'data'])
    Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true, get: fail, set: fail });
  for (const { prototype } of [Array, Map, WeakMap, Event, CustomEvent, FocusEvent, MessageEvent, EventTarget, Blob])
    for (const name of Object.getOwnPropertyNames(prototype))
      if (name !== 'constructor') Reflect.defineProperty(prototype, name, { __proto__: null, get: fail });
  JSON.stringify = JSON.parse = Reflect.apply = Function.prototype.call = Function.prototype.apply = fail;
  const socket = new Socket('WS_URL/?echo');
  socket.onopen = () => apply(send, socket, ['poisoned, and there']);
</script>`;

describe.each(['chromium', 'firefox'] as const)('a page that wears the browser out in %s', (name) => {
  const stage = useStage(name);
  let otherPanel: Page;

  beforeAll(async () => {
    await stage.page.goto(
      stage.server.page(`<script>const socket = new WebSocket('${stage.server.wsUrl}/?echo')</script>`),
    );
    await stage.page.waitForFunction('socket.readyState === 1');
    otherPanel = await stage.browser.openPanelTab(stage.page);
  });

  const open = async (html: string) => {
    const page = await stage.browser.newPage();
    await page.goto(stage.server.page(html));
    const panel = await stage.browser.openPanelTab(page);
    await panel.setViewport({ width: 1200, height: 1000 });
    return { page, panel };
  };

  /**
   * How long the panel takes to show that a row, or a socket, is selected that was clicked, in ms: the shortest of some
   * times, because the machine may have had other things to do in the others.
   */
  const answering = async (panel: Page, role: 'row' | 'option') => {
    await panel.waitForSelector(`[role=${role}][aria-selected=false]`);
    return panel.evaluate(async (each) => {
      const clicked = async () => {
        const begin = performance.now();
        const one = document.querySelector<HTMLElement>(`[role=${each}][aria-selected=false]`);
        one?.click();
        while (performance.now() - begin < 5000 && !document.querySelector(`#${one?.id}[aria-selected=true]`))
          await new Promise(requestAnimationFrame);
        return performance.now() - begin;
      };
      let best = Number.POSITIVE_INFINITY;
      for (let time = 0; time < 5; time++) best = Math.min(best, await clicked());
      return best;
    }, role);
  };

  /** The panel of the page answers; that of another tab has all of its own, and nothing else. */
  const usable = async (panel: Page) => {
    for (const role of ['row', 'option'] as const) expect(await answering(panel, role)).toBeLessThan(200);
    const { messages } = await figures(otherPanel);
    await stage.page.evaluate("socket.send('still here')");
    await otherPanel.bringToFront();
    await recorded(otherPanel, messages + 2);
    expect(await figures(otherPanel)).toMatchObject({ messages: messages + 2, sockets: 1, lost: 0 });
  };

  it('is recorded in spite of poisoned prototypes', async () => {
    const { page, panel } = await open(poison.replace('WS_URL', stage.server.wsUrl));
    expect(await recorded(panel, 2)).toMatchObject({ messages: 2, sockets: 1, lost: 0 });
    expect((await rows(panel)).flat().join()).toContain('poisoned, and there');
    await panel.close();
    await page.close();
  });

  it('is recorded beside arguments that no port would carry, which count as lost', async () => {
    const { page, panel } = await open(`<script>
      const huge = 'x'.repeat(64 << 20);
      try { new WebSocket('ws://127.0.0.1:9', 'é' + huge); } catch {}
      const socket = new WebSocket('${stage.server.wsUrl}/?greet=and+there');
    </script>`);
    await recorded(panel, 1);
    await until('what was lost', async () => (await figures(panel)).lost === 1);
    await until('the row', async () => (await rows(panel)).flat().join().includes('and there'));
    await panel.close();
    await page.close();
  });

  it('leaves its panel and others usable with 10,000 sockets', async () => {
    const { page, panel } = await open('10,000');
    // Nothing listens there: they fail, and the browser is spared.
    await page.evaluate("for (let i = 0; i < 10_000; i++) new WebSocket('ws://127.0.0.1:9/' + i)");
    await until('all of its sockets', async () => (await figures(panel)).sockets === 10_000, 60_000);
    await usable(panel);
    await panel.close();
    await page.close();
  });

  it('leaves its panel and others usable with 300 documents', async () => {
    const { page, panel } = await open('300');
    // Most are gone at once, and none is drawn: hundreds that stay keep the browser itself busy.
    for (let made = 100; made <= 300; made += 100) {
      await page.evaluate(`for (let i = 0; i < 100; i++) {
        const frame = document.createElement('iframe');
        frame.hidden = true;
        document.documentElement.append(frame);
        new frame.contentWindow.WebSocket('ws://127.0.0.1:9/' + i);
        if (i % 10) frame.remove();
      }`);
      await until('its sockets', async () => (await figures(panel)).sockets === made, 30_000);
    }
    await usable(panel);
    await panel.close();
    await page.close();
  });
});
