import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '#support/launch.ts';
import type { Server } from '#support/server.ts';
import { probes } from './probes/index.ts';
import { type Answer, runProbes, startProbeServer } from './probing.ts';

const names = Object.keys(probes);
let server: Server;

beforeAll(async () => {
  server = await startProbeServer();
});

afterAll(() => server.close());

/** What the probes come to in a browser, with the extension that was built or without any. */
async function answersOf(browserName: keyof typeof launch, extension?: false): Promise<Map<string, Answer>> {
  const browser = await launch[browserName](extension === false ? { extension } : {});
  try {
    return await runProbes(await browser.newPage(), server, names);
  } finally {
    await browser.close();
  }
}

describe.each(['chromium', 'firefox'] as const)(
  '%s: a page cannot tell that it is recorded',
  (browserName) => {
    let bare: Map<string, Answer>;
    let recorded: Map<string, Answer>;

    beforeAll(async () => {
      bare = await answersOf(browserName, false);
      recorded = await answersOf(browserName);
    });

    test.each(names)('%s', (name) => {
      const expected = bare.get(name);
      expect(expected?.failure).toBeUndefined();
      expect(recorded.get(name)).toEqual(expected);
    });
  },
);
