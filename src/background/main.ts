import browser, { type Runtime } from 'webextension-polyfill';
import { readRoute } from '#protocol';
import { callRoll } from './access.ts';
import { join } from './join.ts';
import { reviveRelays } from './revive.ts';

/** The panel in a window of its own: an open DevTools alone makes every message dearer for the page. */
browser.action.onClicked.addListener(async (tab) => {
  const url = browser.runtime.getURL(`src/panel/panel.html?tab=${tab.id}`);
  await browser.windows.create({ url, type: 'popup', width: 1100, height: 760 });
});

browser.runtime.onInstalled.addListener(reviveRelays);

/** Panels alone connect here, each port for one errand that its name spells out. */
browser.runtime.onConnect.addListener((panel) => {
  const route = readRoute(panel.name);
  if (!route) return panel.disconnect();
  if (route.document) join(panel, relayPort(route.tabId, route.document));
  else void callRoll(route.tabId).then((access) => panel.postMessage(access));
});

const relayPort = (
  tabId: number,
  { documentId, reader }: { documentId: string; reader: string },
): Runtime.Port =>
  browser.tabs.connect(tabId, { documentId, name: reader } as { frameId?: number; name: string });
