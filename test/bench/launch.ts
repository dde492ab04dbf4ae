import { type Chromium, launchChromium } from '#support/chromium.ts';

/**
 * Chromium with the extension, as it is some time after its start. The process of an extension starts as one in the
 * background; a page that comes into it at once does not change that, and V8 goes on saving memory there: it collects
 * garbage after every few MB. The first window to be hidden and shown again ends that.
 * @param extension its folder; the built one without it
 */
export async function launchForBench(extension?: string): Promise<Chromium> {
  const chromium = await launchChromium(extension === undefined ? {} : { extension });
  const [first] = await chromium.browser.pages();
  const page = await chromium.browser.newPage({ type: 'window' });
  await page.goto(`${chromium.extensionUrl}/manifest.json`);
  await first?.bringToFront();
  await page.bringToFront();
  await page.close();
  return chromium;
}
