import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '#support/browser.ts';
import { figures } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** Notes in the panel's own document whatever it tells from now on of the page, and of the empty table. */
const watch = (panel: Scope): Promise<void> =>
  panel.evaluate(() => {
    const { dataset } = document.documentElement;
    const text = (place: string) => document.querySelector(place)?.textContent ?? '';
    const note = () => {
      const told: string[] = JSON.parse(dataset.told ?? '[]');
      const now = [text('.banner'), text('.messages-none')].filter(Boolean).join(' + ');
      if (told.at(-1) !== now) dataset.told = JSON.stringify([...told, now]);
    };
    new MutationObserver(note).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    note();
  });

/** What was told since one was asked last, or since it has been watched for. */
const toldSince = (panel: Scope): Promise<string[]> =>
  panel.evaluate(() => {
    const { dataset } = document.documentElement;
    const told: string[] = JSON.parse(dataset.told ?? '[]');
    dataset.told = JSON.stringify(told.slice(-1));
    return told;
  });

const ownPage = { chromium: 'chrome://version', firefox: 'about:license' };

describe.each(['chromium', 'firefox'] as const)('a page without sockets in %s', (name) => {
  const stage = useStage(name);
  const panels: Scope[] = [];
  let next = 0;

  beforeAll(async () => {
    stage.server.page('<h1>No sockets</h1>', { path: '/none', headers: { 'cache-control': 'max-age=60' } });
    stage.server.page('<head><script src="/none?headers=300"></script></head>', { path: '/blocked' });
    await stage.page.goto(`${stage.server.url}/none`);
    panels.push(await stage.browser.openPanelTab(stage.page));
    panels.push(await stage.browser.openDevToolsPanel(stage.page));
    for (const panel of panels) {
      await until('the panel', async () => (await figures(panel)).messages === 0);
      await watch(panel);
    }
  });

  const { url, otherUrl } = { url: () => stage.server.url, otherUrl: () => stage.server.otherUrl };
  /** Has the page run a script that ends it, and waits for the next, which may come back from the bfcache. */
  const leave = async (script: string) => {
    /** Where one is, once it is all there: a browser may have an empty document in between. */
    const which = () =>
      stage.page.evaluate(
        `document.readyState === 'complete' && location.href !== 'about:blank' && location.href + performance.timeOrigin`,
      );
    const before = await which();
    await stage.page.evaluate(`void setTimeout(() => { ${script} })`);
    await until('the next page', async () => ![false, before].includes((await which()) as typeof before));
  };
  const link = (address: string) => leave(`location.href = '${address}'`);

  /** A document that has a socket is on record as soon as it is there: what is told of one before it is told by then. */
  const settle = async () => {
    const counts = () => Promise.all(panels.map(async (panel) => (await figures(panel)).sockets));
    const before = await counts();
    await link(`${url()}/none?${next++}`);
    await stage.page.evaluate(`void new WebSocket('${stage.server.wsUrl}/')`);
    await until('one more socket in each panel', async () =>
      (await counts()).every((count, i) => count === (before[i] ?? 0) + 1),
    );
    await link(`${url()}/none?${next++}`);
  };

  const ways: Record<string, () => Promise<unknown>> = {
    'reload by the page': () => leave('location.reload()'),
    'reload by the person': () => stage.page.reload(),
    'a link': () => link(`${url()}/none?${next++}`),
    'a link to another origin': () => link(`${otherUrl()}/none?${next++}`),
    'an address': () => stage.page.goto(`${url()}/none?${next++}`),
    'the way back and forward': async () => {
      await leave('history.back()');
      await leave('history.forward()');
    },
    'a server that takes its time': () => link(`${otherUrl()}/none?headers=300&${next++}`),
    'a document that takes its time': () => link(`${url()}/none?body=300&${next++}`),
    'a script that takes its time': () => link(`${url()}/blocked?${next++}`),
    'a new address of the same document': () => stage.page.evaluate(`history.pushState(0, '', '?pushed')`),
  };

  it.each(Object.entries(ways))('is never said to be out of reach after %s', async (_, go) => {
    for (let i = 0; i < 3; i++) await go();
    await settle();
    for (const panel of panels) {
      const all = await toldSince(panel);
      for (const told of all) expect(told).not.toMatch(/Sockscope|Extensions/);
    }
  });

  it("follows one of the browser's own: the panel says so in its place, and not that nothing is recorded yet", async () => {
    for (let i = 0; i < 2; i++) {
      await stage.page.goto(ownPage[name], { waitUntil: [] });
      for (const panel of panels)
        await until('the words', async () => {
          const all = await toldSince(panel);
          for (const each of all) expect(each).not.toMatch(/after this page|Extensions.*\+/);
          return /Extensions/.test(all.at(-1) ?? '');
        });
      await stage.page.goto(`${url()}/none?body=300&${next++}`, { waitUntil: [] });
      for (const panel of panels)
        await until('nothing of it', async () => {
          const all = await toldSince(panel);
          for (const each of all) expect(each).not.toMatch(/after this page|Extensions.*\+/);
          return !/Extensions/.test(all.at(-1) ?? '');
        });
    }
  });

  it('may be one that cannot be had: what the browser shows in its place is out of reach', async () => {
    await stage.page.goto('http://127.0.0.1:1/', { waitUntil: [] }).catch(() => 'refused');
    for (const panel of panels)
      await until('the words', async () => {
        const all = await toldSince(panel);
        for (const each of all) expect(each).not.toMatch(/after this page|\+/);
        return /Extensions cannot run/.test(all.at(-1) ?? '');
      });
  });
});
