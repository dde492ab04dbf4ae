import type { Frame } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { textOf } from '#support/details.ts';
import { recorded, rows, sockets, states } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** No content script reaches a worker; DevTools' own log does, in Chromium and while it is open. */
describe('workers', () => {
  const stage = useStage();
  let panel: Frame;

  it('shows the socket of a worker beside those of the page, each once', async () => {
    const url = `${stage.server.wsUrl}/?echo&greet=hi`;
    const source = `const socket = new WebSocket('${url}&in=another'); socket.onopen = () => socket.send('from a worker')`;
    await stage.page.goto(
      stage.server.page(`<button>go</button><script>
        document.querySelector('button').onclick = () => {
          new WebSocket('${url}').onopen = ({ target }) => target.send('from the page');
          new Worker(URL.createObjectURL(new Blob([\`${source}\`])));
        };
      </script>`),
    );
    ({ panel } = await stage.browser.openDevTools(stage.page));
    await stage.page.click('button');
    await recorded(panel, 6);
    await until('each message twice', async () => {
      const texts = (await rows(panel)).map((cells) => cells.at(-1));
      const times = (text: string) => texts.filter((cell) => cell === text).length;
      return ['from a worker', 'from the page', 'hi'].every((text) => times(text) === 2);
    });
    await until('each socket once', async () => {
      const list = await sockets(panel);
      return list.length === 2 && list.filter((option) => option.includes('in=another')).length === 1;
    });
  });

  it('has the end of a worker’s socket', async () => {
    await stage.page.evaluate((url) => {
      const source = `new WebSocket('${url}&close=4001')`;
      new Worker(URL.createObjectURL(new Blob([source])));
    }, `${stage.server.wsUrl}/?in=brief`);
    await until('the end of it', async () => (await states(panel)).join() === 'open,open,closed');
    const CLOSED = 'Closed: by an unknown side';
    await until('a word of it', async () => (await rows(panel)).some((cells) => cells.at(-1) === CLOSED));
  });

  it('says that nothing was heard of a worker’s socket since its page went away, and no more', async () => {
    await stage.page.goto(stage.server.page('<h1>Another page</h1>'));
    const GONE = 'its socket is no longer seen';
    await until('the end of it', async () =>
      (await rows(panel)).some((cells) => cells.at(-1)?.includes(GONE)),
    );
    await until('no socket that is open', async () =>
      /0 open, 3 closed/.test(await textOf(panel, '#timeline-summary')),
    );
    expect((await rows(panel)).filter((cells) => cells.at(-1)?.includes(GONE))).toHaveLength(1);
  });
});
