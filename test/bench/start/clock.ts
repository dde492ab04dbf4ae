import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '#support/browser.ts';
import { callInWindow } from '#support/firefox-window.ts';
import { meter } from '../meter.ts';

/** CPU time up to now, in ms. */
export type Clock = () => Promise<number>;

/** What the process of the document with that URL has used, in ms. Firefox measures in ns. */
const usedInFirefox = `async (url) => {
  const { children } = await ChromeUtils.requestProcInfo();
  const own = children.find(({ windows }) => windows.some(({ documentURI }) => documentURI.spec === url));
  return own.cpuTime / 1e6;
}`;

/** The CPU time of what runs a page: its main thread in Chromium, its process in Firefox, which tells no less. */
export async function clockOf({ name, browser }: TestBrowser, page: Page): Promise<Clock> {
  if (name === 'firefox') return async () => Number(await callInWindow(browser, usedInFirefox, page.url()));
  const { busy } = await meter(page);
  return async () => (await busy()).cpu;
}
