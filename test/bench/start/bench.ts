import type { Page } from 'puppeteer-core';
import type { LaunchOptions, TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import { type Server, startServer } from '#support/server.ts';
import type { Bench, Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { type Clock, clockOf } from './clock.ts';
import { writeFloor } from './floor.ts';

const FRAMES = 50;

/** What is measured beside one another: no extension, one with two empty scripts, ours. */
const names = ['bare', 'floor', 'ours'] as const;
type Name = (typeof names)[number];

interface Arm {
  readonly browser: TestBrowser;
  readonly page: Page;
  readonly clock: Clock;
}

/** What the frames of a round took, in ms. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Loads frames that have no socket, all at once, and takes them away again. Runs in the page; gives ms. */
async function loadFrames(url: string, count: number): Promise<number> {
  const begin = performance.now();
  const frames = Array.from({ length: count }, () => {
    const frame = document.createElement('iframe');
    frame.src = url;
    return frame;
  });
  await Promise.all(
    frames.map((frame) => {
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      return loaded;
    }),
  );
  const took = performance.now() - begin;
  for (const frame of frames) frame.remove();
  return took;
}

async function openArm(name: keyof typeof launch, options: LaunchOptions, server: Server): Promise<Arm> {
  const browser = await launch[name](options);
  const page = await browser.newPage();
  await page.goto(server.page('<!doctype html><title>Start</title><body></body>', { path: '/start' }));
  return { browser, page, clock: await clockOf(browser, page) };
}

async function round({ page, clock }: Arm, url: string): Promise<Took> {
  const before = await clock();
  const wall = await page.evaluate(loadFrames, url, FRAMES);
  return { wall, cpu: (await clock()) - before };
}

/** Arms take turns, and each round another begins, so that what the machine does meanwhile meets them all. */
async function rounds(arms: Readonly<Record<Name, Arm>>, url: string, count: number) {
  const all: Record<Name, Took[]> = { bare: [], floor: [], ours: [] };
  for (let i = 0; i < count; i++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(i + turn) % names.length] as Name;
      const took = await round(arms[name], url);
      // In the first ones code is still being compiled.
      if (i > 2) all[name].push(took);
    }
  return all;
}

function* compared(browser: string, all: Readonly<Record<Name, readonly Took[]>>): Iterable<Figure> {
  const of = (name: Name, clock: keyof Took) => median(all[name].map((took) => took[clock]));
  for (const [clock, suffix] of [
    ['cpu', ', CPU time'],
    ['wall', ''],
  ] as const) {
    const what = `${browser}, ${FRAMES} frames${suffix}`;
    yield { name: `${what}: bare browser`, value: of('bare', clock), unit: 'ms' };
    yield { name: `${what}: two empty scripts`, value: of('floor', clock), unit: 'ms' };
    yield { name: `${what}: ours`, value: of('ours', clock), unit: 'ms' };
    yield {
      name: `${what}: ours above empty ones, a frame`,
      value: ((of('ours', clock) - of('floor', clock)) * 1000) / FRAMES,
      unit: 'µs',
    };
  }
}

/** What a document without a socket pays for being recorded, should it make one. */
export const start: Bench = async function* ({ quick }) {
  const server = await startServer();
  const url = server.page('<!doctype html><title>Frame</title><p>Frame</p>', { path: '/frame' });
  const floor = await writeFloor();
  try {
    for (const name of ['chromium', 'firefox'] as const) {
      const arms = {
        bare: await openArm(name, { extension: false }, server),
        floor: await openArm(name, { extension: floor }, server),
        ours: await openArm(name, {}, server),
      };
      yield* compared(name, await rounds(arms, url, quick ? 10 : 40));
      await Promise.all(names.map((each) => arms[each].browser.close()));
    }
  } finally {
    await server.close();
  }
};
