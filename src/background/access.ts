import browser from 'webextension-polyfill';
import type { Access, RollCall } from '#protocol';

/** Where browsers let no extension in, whatever it may elsewhere. */
const withheldHosts = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org'];

/** Asks the documents of a tab to announce themselves to the panels, and says how the tab can be reached. */
export async function callRoll(tabId: number): Promise<Access> {
  const rollCall: RollCall = { type: 'roll-call' };
  try {
    await browser.tabs.sendMessage(tabId, rollCall);
    return 'live';
  } catch {
    // Nobody there to hear it: the tab tells why.
    return whyNot(tabId);
  }
}

async function whyNot(tabId: number): Promise<Access> {
  const url = await browser.tabs.get(tabId).then(
    (tab) => tab.url ?? '',
    () => undefined,
  );
  if (url === undefined) return 'closed';
  return (await isReachable(url)) ? 'reload' : 'withheld';
}

async function isReachable(url: string): Promise<boolean> {
  if (!/^(https?|file):/.test(url)) return false;
  const { hostname, protocol } = new URL(url);
  if (withheldHosts.includes(hostname)) return false;
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
