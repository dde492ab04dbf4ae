import { rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Frame } from 'puppeteer-core';

/** Presses the panel's Export button and keeps what is downloaded. @param path of the file, in a folder that is there */
export async function exportHar(browser: Browser, panel: Frame, path: string): Promise<void> {
  const folder = resolve(dirname(path));
  const session = await browser.target().createCDPSession();
  const download = new Promise<string>((done, failed) => {
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'completed') done(guid);
      if (state === 'canceled') failed(new Error('The browser did not save the exported session.'));
    });
  });
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  await panel.locator('aria/Export[role="button"]').click();
  await rename(join(folder, await download), path);
}
