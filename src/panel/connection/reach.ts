import browser, { type Runtime } from 'webextension-polyfill';
import {
  type Access,
  type Announced,
  announcedBy,
  isAccess,
  isAnnounced,
  isTabChange,
  type Route,
  type TabChange,
  tabChange,
} from '#protocol';

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

/**
 * Has the documents of a tab announce themselves, and says how the tab can be reached.
 * @param loaded whether all of its page has been loaded, as far as that is known
 */
export function callRoll(tabId: number, loaded: boolean, answer: (access: Access) => void): void {
  const port = ask({ errand: 'roll-call', tabId, loaded });
  port.onMessage.addListener((access: unknown) => {
    if (isAccess(access)) answer(access);
    port.disconnect();
  });
}

/** What is done with what happens in a tab. */
export interface TabEvents {
  /** A document announces itself. */
  hear(document: Announced): void;
  /** There may be another page, and documents that nobody heard of. */
  change(change: TabChange): void;
  closed(): void;
}

/** Hears of what happens in a tab. */
export const followTab = (tabId: number, events: TabEvents): void =>
  isDirect ? followDirectly(tabId, events) : followFromAfar(tabId, events);

function followDirectly(tabId: number, events: TabEvents): void {
  const { runtime, tabs } = browser;
  runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const announced = announcedBy(message, sender, tabId);
    if (announced) events.hear(announced);
    return undefined;
  });
  tabs.onUpdated.addListener((id, changes) => {
    const change = tabChange(changes);
    if (id === tabId && change) events.change(change);
  });
  tabs.onRemoved.addListener((id) => {
    if (id === tabId) events.closed();
  });
}

/** By way of the background. The toolbox goes with the tab, and the panel with the toolbox. */
function followFromAfar(tabId: number, events: TabEvents): void {
  const port = ask({ errand: 'tab', tabId });
  port.onMessage.addListener((message: unknown) => {
    if (isAnnounced(message)) events.hear(message);
    else if (isTabChange(message)) events.change(message);
  });
  // The browser stops an idle background, and starts it again for who asks.
  port.onDisconnect.addListener(() => {
    followFromAfar(tabId, events);
    events.change('navigating');
  });
}
