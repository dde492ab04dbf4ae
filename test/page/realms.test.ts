import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';
import { openListening, recordings } from './listening.ts';

/** Gives windows that scripts of a page can reach. Runs in the page, before all else. */
const windows = `
  const frameIn = (window) => {
    const frame = window.document.createElement('iframe');
    window.document.documentElement.append(frame);
    return frame.contentWindow;
  };
  const prototypeOf = (window) => window.WebSocket.prototype;
  const gone = (window) => {
    const prototype = prototypeOf(window);
    window.frameElement.remove();
    return prototype;
  };`;

/** Where the methods are of, as the code of a prototype, and where the socket is made, as the code of a window. */
const pairs: Readonly<Record<string, readonly [methods: string, socket: string]>> = {
  'a frame, on a socket of the page': ['prototypeOf(frameIn(window))', 'window'],
  'the page, on a socket of a frame': ['prototypeOf(window)', 'frameIn(window)'],
  'a frame, on a socket of another frame': ['prototypeOf(frameIn(window))', 'frameIn(window)'],
  'a frame in a frame, on a socket of the page': ['prototypeOf(frameIn(frameIn(window)))', 'window'],
  'a frame that is gone, on a socket of the page': ['gone(frameIn(window))', 'window'],
  'a popup, on a socket of the page': ["prototypeOf(open('about:blank'))", 'window'],
  'the page, on a socket of a popup': ['prototypeOf(window)', "open('about:blank')"],
  'a frame of a popup, on a socket of a frame': [
    "prototypeOf(frameIn(open('about:blank')))",
    'frameIn(window)',
  ],
};

/** Uses the methods of one realm on a socket of another. */
const use = ([methods, socketOf]: readonly [string, string], url: string) => `(async () => {
  const prototype = ${methods};
  const socket = new (${socketOf}.WebSocket)('${url}');
  const heard = (type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));
  await heard('open');
  prototype.send.call(socket, 'by another');
  await heard('message');
  Object.getOwnPropertyDescriptor(prototype, 'binaryType').set.call(socket, 'arraybuffer');
  prototype.close.call(socket, 4001, 'by another');
  const { code } = await heard('close');
  return code;
})()`;

/** What is told of the socket with that URL, without times, stacks and the like: types in order, and who says what. */
function toldOf(url: string, events: readonly unknown[]): readonly (readonly unknown[])[] {
  const all = events as readonly (Record<string, unknown> & readonly unknown[])[];
  const number = all.find((event) => event.url === url)?.socket;
  return all
    .filter((event) => (Array.isArray(event) ? event[2] : event.socket) === number)
    .map((event) => {
      if (Array.isArray(event)) return [event.length === 4 ? 'message' : 'send', event[3]];
      return [event.type, event.data ?? event.value ?? event.code ?? ''];
    });
}

const everything = [
  ['construct', ''],
  ['open', ''],
  ['send', 'by another'],
  ['message', 'by another'],
  ['binaryType', 'arraybuffer'],
  ['closing', 4001],
  ['close', 4001],
];

describe.each(['chromium', 'firefox'] as const)('%s: on record is what is called by methods of', (name) => {
  const stage = useStage(name);
  let listening: Page;

  beforeAll(async () => {
    listening = await openListening(stage.browser);
    await stage.page.goto(
      stage.server.page(`<!doctype html><title>Realms</title><script>${windows}</script>`),
    );
  });

  it.each(Object.keys(pairs))('%s', async (pair) => {
    const url = `${stage.server.wsUrl}/?echo&pair=${encodeURIComponent(pair)}`;
    expect(await stage.page.evaluate(use(pairs[pair] ?? ['', ''], url))).toBe(4001);
    const told = await until('its record', async () => {
      const all = await recordings(listening);
      const own = all.filter(({ sockets }) => sockets.includes(url));
      const events = own.flatMap((recording) => toldOf(url, recording.events));
      return own.length === 1 && events.some(([type]) => type === 'close') && events;
    });
    // While something is buffered, that is told as well.
    expect(told.filter(([type]) => type !== 'buffered')).toEqual(everything);
  });
});
