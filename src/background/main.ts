import browser, { type Runtime } from 'webextension-polyfill';
import { type Route, readRoute } from '#protocol';
import { answerRollCall } from './access.ts';
import { join } from './join.ts';
import { reviveRelays } from './revive.ts';
import { tellOfTab } from './tab.ts';

/** The panel in a window of its own: an open DevTools alone makes every message dearer for the page. */
browser.action.onClicked.addListener(async (tab) => {
  const url = browser.runtime.getURL(`src/panel/panel.html?tab=${tab.id}`);
  await browser.windows.create({ url, type: 'popup', width: 1100, height: 760 });
});

browser.runtime.onInstalled.addListener(reviveRelays);

/** Panels alone connect here, each port for one errand that its name spells out. */
browser.runtime.onConnect.addListener((panel) => {
  const route = readRoute(panel.name);
  if (route) run(route, panel);
  else panel.disconnect();
});

function run(route: Route, panel: Runtime.Port): void {
  const { tabId } = route;
  if (route.errand === 'roll-call') void answerRollCall(panel, tabId, route.loaded);
  else if (route.errand === 'tab') tellOfTab(panel, tabId);
  else {
    const { documentId, reader } = route;
    // The polyfill's types do not know documentId yet.
    join(panel, browser.tabs.connect(tabId, { documentId, name: reader } as { name: string }));
  }
}
