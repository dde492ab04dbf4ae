import browser, { type Runtime } from 'webextension-polyfill';
import { type Access, type Announced, announcedBy, isAccess, isAnnounced, type Route } from '#protocol';

/** Whether this panel can reach tabs by itself; one in Firefox's toolbox cannot, and asks the background. */
export const isDirect = browser.tabs !== undefined;

const ask = (route: Route): Runtime.Port => browser.runtime.connect({ name: JSON.stringify(route) });

/** A port to the relay of a document. `reader` is the name by which its hook knows this panel. */
export function connectTo(tabId: number, documentId: string, reader: string): Runtime.Port {
  if (!isDirect) return ask({ errand: 'document', tabId, documentId, reader });
  // The polyfill's types do not know documentId yet.
  return browser.tabs.connect(tabId, { documentId, name: reader } as { name: string });
}

/** Loads the page of a tab again. */
export function reload(tabId: number): void {
  void (isDirect ? browser.tabs.reload(tabId) : browser.devtools.inspectedWindow.reload());
}

/** Has the documents of a tab announce themselves, and says how the tab can be reached. */
export function callRoll(tabId: number, answer: (access: Access) => void): void {
  const port = ask({ errand: 'roll-call', tabId });
  port.onMessage.addListener((access: unknown) => {
    if (isAccess(access)) answer(access);
    port.disconnect();
  });
}

/** Hears of documents of a tab that announce themselves; `again` is called where some may have been missed. */
export function onAnnounced(tabId: number, hear: (document: Announced) => void, again: () => void): void {
  if (isDirect) {
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
      const announced = announcedBy(message, sender, tabId);
      if (announced) hear(announced);
      return undefined;
    });
    return;
  }
  const port = ask({ errand: 'announcements', tabId });
  port.onMessage.addListener((message: unknown) => {
    if (isAnnounced(message)) hear(message);
  });
  // The browser stops an idle background, and starts it again for who asks.
  port.onDisconnect.addListener(() => {
    onAnnounced(tabId, hear, again);
    again();
  });
}

/** The tab has gone to another page, or loaded its own again. */
export function onNavigated(tabId: number, act: () => void): void {
  if (browser.devtools?.network) browser.devtools.network.onNavigated.addListener(act);
  else
    browser.tabs.onUpdated.addListener((id, { status }) => {
      if (id === tabId && status === 'complete') act();
    });
}

export function onTabClosed(tabId: number, act: () => void): void {
  browser.tabs?.onRemoved.addListener((id) => {
    if (id === tabId) act();
  });
}
