import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchOptions, TestBrowser } from '#support/browser.ts';
import { launch } from '#support/launch.ts';
import type { Server } from '#support/server.ts';
import { openListening } from './listening.ts';
import { probes } from './probes/index.ts';
import { type Answer, runProbes, startProbeServer } from './probing.ts';

type Answers = Map<string, Answer>;

const names = Object.keys(probes);
let server: Server;

beforeAll(async () => {
  server = await startProbeServer();
});

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('%s: a page cannot tell that it is recorded by', (name) => {
  let bare: Answers;
  let unwatched: Answers;
  let watched: Answers;

  async function inBrowser(options: LaunchOptions, use: (browser: TestBrowser) => Promise<void>) {
    const browser = await launch[name](options);
    await use(browser).finally(() => browser.close());
  }

  const answers = async (browser: TestBrowser) => runProbes(await browser.newPage(), server, names);

  beforeAll(async () => {
    await inBrowser({ extension: false }, async (browser) => {
      bare = await answers(browser);
    });
    await inBrowser({}, async (browser) => {
      unwatched = await answers(browser);
      await openListening(browser);
      watched = await answers(browser);
    });
  });

  it.each(names)('%s', (probe) => {
    const expected = bare.get(probe);
    expect(expected?.failure).toBeUndefined();
    expect(unwatched.get(probe)).toEqual(expected);
    expect(watched.get(probe), 'with a panel attached').toEqual(expected);
  });
});
