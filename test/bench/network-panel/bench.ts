import type { Page } from 'puppeteer-core';
import type { Scope } from '#support/browser.ts';
import { type Chromium, launchChromium } from '#support/chromium.ts';
import { recorded } from '#support/panel.ts';
import { type Server, type SocketHandler, startServer } from '#support/server.ts';
import type { Bench, Figure } from '../figure.ts';
import { launchForBench } from '../launch.ts';
import { type Meter, meter, meterOf } from '../meter.ts';
import { watch } from '../watch.ts';
import { inNetworkPanel, openNetworkPanel, showMessages } from './dev-tools.ts';

/** What a panel took to show the same messages. */
interface Shown {
  /** Main-thread time of the page, in µs a message. */
  readonly cost: number;
  /** The same by the clock of the thread. */
  readonly cpu: number;
  /** Longest task of the panel, in ms of CPU time and of wall time. */
  readonly longest: number;
  readonly longestWall: number;
  /** What the panel holds for a message, in bytes. */
  readonly memory: number;
}

/** Sends as many messages as it is asked for. */
const onDemand: SocketHandler = (socket) => {
  socket.on('message', (count) => {
    for (let i = 0; i < Number(count); i++) socket.send(`${i}`.padEnd(100, '.'));
  });
};

/** Opens a socket in a page. Runs in the page. */
const openSocket = (url: string) =>
  new Promise<void>((open) => {
    const socket = new WebSocket(url);
    socket.onopen = () => open();
    Object.assign(globalThis, { socket });
  });

/** Asks for messages and reads them. Runs in the page. */
const receive = (count: number) =>
  new Promise<number>((done) => {
    const { socket } = globalThis as unknown as { socket: WebSocket };
    let messages = 0;
    let read = 0;
    socket.onmessage = ({ data }) => {
      read += data.length;
      if (++messages === count) done(read);
    };
    socket.send(`${count}`);
  });

/** A panel inside DevTools that shows the messages of a page. */
interface Watcher {
  readonly devTools: Page;
  readonly panel: Scope;
  readonly meter: Meter;
  /** Waits until the panel has so many messages. */
  readonly has: (count: number) => Promise<unknown>;
}

const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Has a page receive messages while a panel shows them. */
async function show(
  page: Page,
  { devTools, panel, meter: own, has }: Watcher,
  count: number,
): Promise<Shown> {
  const { busy } = await meter(page);
  const memory = await own.memory();
  const before = await busy();
  const watched = await watch(
    devTools,
    async () => {
      await page.evaluate(receive, count);
      await has(count);
      await panel.evaluate(twoFrames);
    },
    panel,
  );
  const after = await busy();
  const cost = ((after.wall - before.wall) * 1000) / count;
  const cpu = ((after.cpu - before.cpu) * 1000) / count;
  return { ...watched, cost, cpu, memory: ((await own.memory()) - memory) / count };
}

/** Opens a page with a socket, and what watches it; @param open opens the panel, then has the page open the socket */
async function measured(
  server: Server,
  extension: false | undefined,
  count: number,
  open: (chromium: Chromium, page: Page, openSocket: () => Promise<void>) => Promise<Watcher>,
): Promise<Shown> {
  const chromium = await (extension === false ? launchChromium({ extension }) : launchForBench());
  try {
    const page = await chromium.browser.newPage({ type: 'window' });
    await page.goto(server.page('<title>Network panel</title>'));
    const watcher = await open(chromium, page, () => page.evaluate(openSocket, `${server.wsUrl}/on-demand`));
    return await show(page, watcher, count);
  } finally {
    await chromium.close();
  }
}

const inNetwork = (server: Server, count: number) =>
  measured(server, false, count, async (_, page, openSocket) => {
    const devTools = await openNetworkPanel(page);
    await showMessages(devTools, openSocket);
    const has = (count: number) => inNetworkPanel(devTools, count);
    return { devTools, panel: devTools, meter: await meter(devTools), has };
  });

const inOurs = (server: Server, count: number) =>
  measured(server, undefined, count, async ({ browser, openDevTools }, page, openSocket) => {
    const { devTools, panel } = await openDevTools(page);
    await openSocket();
    await recorded(panel, 0);
    const target = await browser.waitForTarget((target) => target.url() === panel.url());
    const own = await meterOf(await target.createCDPSession(), await target.createCDPSession());
    return { devTools, panel, meter: own, has: (count: number) => recorded(panel, count, 60_000) };
  });

function* figuresOf(who: string, { longest, longestWall, cost, cpu, memory }: Shown): Iterable<Figure> {
  yield { name: `${who}: longest time without an answer`, value: longestWall, unit: 'ms' };
  yield { name: `${who}: longest block, CPU time`, value: longest, unit: 'ms' };
  yield { name: `${who}: main thread of the page, a message`, value: cost, unit: 'µs' };
  yield { name: `${who}: main thread of the page, a message, CPU time`, value: cpu, unit: 'µs' };
  yield { name: `${who}: memory, a message`, value: memory, unit: 'B' };
}

/** Chrome's own Network panel with its Messages view open, beside ours, both in DevTools, on the same messages. */
export const networkPanel: Bench = async function* ({ quick }) {
  const count = quick ? 2000 : 10_000;
  const server = await startServer({ sockets: { '/on-demand': onDemand } });
  try {
    yield { name: 'messages of 100 B', value: count, unit: 'messages' };
    yield* figuresOf('Network panel', await inNetwork(server, count));
    yield* figuresOf('Sockscope', await inOurs(server, count));
  } finally {
    await server.close();
  }
};
