import type { Page } from 'puppeteer-core';
import { until } from '#support/until.ts';

/** Opens DevTools for a page on the Network panel. */
export async function openNetworkPanel(page: Page): Promise<Page> {
  const devTools = await page.openDevTools();
  await until('the Network panel', () =>
    devTools.evaluate(
      `import('./ui/legacy/legacy.js').then(({ ViewManager }) =>
        ViewManager.ViewManager.instance().showView('network')).then(() => true)`,
    ),
  );
  return devTools;
}

const withSocket = (act: string) =>
  `Promise.all([import('./panels/network/network.js'), import('./models/logs/logs.js')]).then(
    async ([{ NetworkPanel }, { NetworkLog }]) => {
      const requests = NetworkLog.NetworkLog.instance().requests();
      const request = requests.findLast((request) => request.url().startsWith('ws'));
      return request && (${act});
    })`;

/**
 * Shows the messages of a socket that the page opens. The panel has none that was opened before its first look at the
 * page, of which it does not tell: then another is opened.
 */
export const showMessages = (devTools: Page, openSocket: () => Promise<void>): Promise<unknown> =>
  until('the messages in the Network panel', async () => {
    await openSocket();
    const show = `NetworkPanel.NetworkPanel.instance().selectAndActivateRequest(request, 'web-socket-frames')`;
    return devTools.evaluate(withSocket(`(await ${show}, true)`));
  });

/** Waits until the Network panel has so many messages of the socket. */
export const inNetworkPanel = (devTools: Page, count: number): Promise<unknown> =>
  until(
    `${count} messages in the Network panel`,
    () => devTools.evaluate(withSocket(`request.frames().length >= ${count}`)),
    300_000,
  );
