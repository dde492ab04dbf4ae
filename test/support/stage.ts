import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { Chromium } from './chromium.ts';
import { launch } from './launch.ts';
import { type Server, startServer } from './server.ts';

/** What the tests of a file have in common. */
export interface Stage {
  readonly server: Server;
  readonly browser: Chromium;
  readonly page: Page;
}

/** A server, Chromium and a page in it, there from the first test of the calling `describe` to its last. */
export function useStage(): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    const [server, browser] = await Promise.all([startServer(), launch.chromium()]);
    Object.assign(stage, { server, browser, page: await browser.newPage() });
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.server.close();
  });
  return stage;
}
