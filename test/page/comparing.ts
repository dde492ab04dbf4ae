import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { LaunchOptions, TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import type { Server } from '#support/server.ts';
import { bundle } from './bundle.ts';
import { openListening, type Recording, recordings } from './listening.ts';

/** What came of a probe, as text. A probe that threw, or said nothing, is a broken probe. */
export interface Answer {
  readonly name: string;
  readonly result?: string;
  readonly failure?: string;
}

export type Answers = ReadonlyMap<string, Answer>;

/** The answers of a bare browser, of one that records, and of one that records while a panel attaches to each document. */
export interface Comparison {
  readonly bare: Answers;
  readonly unwatched: Answers;
  readonly watched: Answers;
  /** What the panel was told: the proof that there was something to tell apart. */
  readonly recorded: readonly Recording[];
}

/** Puts a document on a server that runs the probe after `#`. `main` is the URL of the module that does so. */
export async function serveProbes(server: Server, main: URL): Promise<void> {
  // Every document loads it: hundreds do.
  const headers = { 'cache-control': 'max-age=600' };
  server.page(await bundle(fileURLToPath(main)), { path: '/probes.js', headers });
  server.page('<!doctype html><title>Probe</title><body><script src="/probes.js"></script>', {
    path: '/probe',
  });
  server.page('<!doctype html><title>Probes</title>', { path: '/probes' });
}

/**
 * Opens sockets one after the other. Chromium has new sockets of a process wait, for seconds, while more of its sockets
 * failed than were opened, and many probes are about failure: services/network/websocket_throttler.h. Runs in the page.
 */
async function openSome(url: string, count: number): Promise<void> {
  for (let opened = 0; opened < count; opened++) {
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    socket.close();
  }
}

/** Runs each probe in a document of its own, some at a time. Runs in the page; `patience` in ms. */
async function runInFrames(names: readonly string[], atOnce: number, patience: number): Promise<Answer[]> {
  const runOne = (name: string) =>
    new Promise<Answer>((resolve) => {
      const frame = document.createElement('iframe');
      const answer = (given: Answer) => {
        removeEventListener('message', listen);
        clearTimeout(timer);
        frame.remove();
        resolve(given);
      };
      const listen = ({ source, data }: MessageEvent<Answer>) =>
        source === frame.contentWindow && answer(data);
      const timer = setTimeout(() => answer({ name, failure: `no answer for ${patience} ms` }), patience);
      addEventListener('message', listen);
      frame.src = `/probe#${encodeURIComponent(name)}`;
      document.body.append(frame);
    });
  const answers: Answer[] = [];
  let nextOne = 0;
  const runSome = async () => {
    for (let name = names[nextOne++]; name !== undefined; name = names[nextOne++])
      answers.push(await runOne(name));
  };
  await Promise.all(Array.from({ length: atOnce }, runSome));
  return answers;
}

async function runProbes(page: Page, server: Server, names: readonly string[]): Promise<Answers> {
  await page.goto(`${server.url}/probes`);
  await page.evaluate(openSome, server.wsUrl, 60);
  const answers = await page.evaluate(runInFrames, names, 8, 60_000);
  return new Map(answers.map((answer) => [answer.name, answer]));
}

/** Runs probes that a server serves in a browser without the extension, and in one with the extension that was built. */
export async function compare(
  browserName: keyof typeof launch,
  server: Server,
  names: readonly string[],
): Promise<Comparison> {
  async function inBrowser<T>(options: LaunchOptions, use: (browser: TestBrowser) => Promise<T>): Promise<T> {
    const browser = await launch[browserName](options);
    return use(browser).finally(() => browser.close());
  }
  const run = async (browser: TestBrowser) => runProbes(await browser.newPage(), server, names);
  const bare = await inBrowser({ extension: false }, run);
  return inBrowser({}, async (browser) => {
    const unwatched = await run(browser);
    const listening = await openListening(browser);
    const watched = await run(browser);
    return { bare, unwatched, watched, recorded: await recordings(listening) };
  });
}
