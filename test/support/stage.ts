import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './launch.ts';
import { type Server, startServer } from './server.ts';

type BrowserName = keyof typeof launch;

/** What the tests of a file have in common. */
export interface Stage<Name extends BrowserName = 'chromium'> {
  readonly server: Server;
  readonly browser: Awaited<ReturnType<(typeof launch)[Name]>>;
  readonly page: Page;
}

/** A server, a browser and a page in it, there from the first test of the calling `describe` to its last. */
export function useStage(): Stage;
export function useStage<Name extends BrowserName>(name: Name): Stage<Name>;
export function useStage(name: BrowserName = 'chromium'): Stage<BrowserName> {
  const stage = {} as Stage<BrowserName>;
  beforeAll(async () => {
    const [server, browser] = await Promise.all([startServer(), launch[name]()]);
    Object.assign(stage, { server, browser, page: await browser.newPage() });
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.server.close();
  });
  return stage;
}
