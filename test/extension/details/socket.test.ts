import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { panelOf, selectSent, showTab, textOf } from '#support/details.ts';
import { selectRow, sockets } from '#support/panel.ts';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';

/** A server that answers a handshake when it is told to. */
async function startSlowServer() {
  const asked = new Map<string | undefined, () => void>();
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    verifyClient: ({ req }, answer) => asked.set(req.url, () => answer(true)),
  });
  await once(server, 'listening');
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: async (path: string) => (await until(`${path} to be asked for`, () => asked.get(path)))(),
    async [Symbol.asyncDispose]() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

const CHART = '.buffered-chart [role=img]';

/** Whether something is drawn in a colour of the theme. Runs in the panel. */
function hasColour(chart: Element, name: string): boolean {
  const canvas = chart.querySelector('canvas');
  if (!canvas) return false;
  const wanted = getComputedStyle(chart).getPropertyValue(name).match(/\d+/g)?.map(Number) ?? [];
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  for (let at = 0; at < pixels.length; at += 4)
    if (
      wanted.every((value, channel) => Math.abs((pixels[at + channel] ?? 0) - value) < 3) &&
      pixels[at + 3] === 255
    )
      return true;
  return false;
}

describe('the page of a socket', () => {
  const stage = useStage();

  it('draws what waited to be sent, and says it in words', async () => {
    const panel = await panelOf(stage, [`'x'.repeat(30_000_000)`], 'pause=700');
    await selectSent(panel, 0);
    await showTab(panel, 'socket');
    const words = () => panel.$eval(CHART, (chart) => chart.ariaLabel ?? '');
    await panel.waitForSelector(CHART);
    await until('the end of the drain', async () => (await words()).endsWith('0\u00a0B at the end'));
    expect(await words()).toMatch(/^peak [\d.]+\sMB at \+.+ · longest drain .+, at \+.+ · /);
    await until('a line', () => panel.$eval(CHART, hasColour, '--closing'));
    await panel.close();
  });

  it('counts on for how long its state has lasted', async () => {
    const panel = await panelOf(stage, [`'hello'`]);
    await selectSent(panel, 0);
    await showTab(panel, 'socket');
    const lasted = async () =>
      /open, by the server \((.+) so far\)/.exec(await textOf(panel, '.socket-page'))?.[1];
    const first = await until('the state', lasted);
    await until('the next second', async () => (await lasted()) !== first);
    await stage.page.evaluate('socket.close()');
    await until('the end of it', async () => (await textOf(panel, '.socket-page')).includes('closed, by '));
    expect(await textOf(panel, '.socket-page')).not.toContain('so far');
    await panel.close();
  });

  it('says what the status of its handshake means, however long the server took to answer, and to be asked', async () => {
    await using slow = await startSlowServer();
    await stage.page.goto(stage.server.page('<title>before</title>'));
    const { panel } = await stage.browser.openDevTools(stage.page);
    await stage.page.goto(
      stage.server.page(`<script>
        for (const path of ['first', 'second']) new WebSocket('${slow.url}/' + path);
      </script>`),
    );
    await selectRow(panel, ['/second']);
    await showTab(panel, 'socket');
    const said = (words: string) =>
      until(words, async () => (await textOf(panel, '.socket-page')).includes(words));
    // Browsers make one connection to a server at a time: the second is asked for when the first has its answer.
    await slow.answer('/first');
    await said('Sent, no response yet');
    await slow.answer('/second');
    await said('101 Switching Protocols: accepted');
    expect(await sockets(panel)).toHaveLength(2);
  });
});
