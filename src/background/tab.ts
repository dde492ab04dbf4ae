import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import { announcedBy, tabChange } from '#protocol';

/**
 * Tells a panel what happens in a tab: one in Firefox's toolbox hears neither of tabs nor of content scripts. The
 * listeners are there for as long as the panel is, so that with no panel open no page wakes the background.
 */
export function tellOfTab(panel: Runtime.Port, tabId: number): void {
  const hear = (message: unknown, sender: Runtime.MessageSender) => {
    const announced = announcedBy(message, sender, tabId);
    if (announced) panel.postMessage(announced);
    return undefined;
  };
  const see = (id: number, changes: Tabs.OnUpdatedChangeInfoType) => {
    const change = tabChange(changes);
    if (id === tabId && change) panel.postMessage(change);
  };
  browser.runtime.onMessage.addListener(hear);
  browser.tabs.onUpdated.addListener(see);
  panel.onDisconnect.addListener(() => {
    browser.runtime.onMessage.removeListener(hear);
    browser.tabs.onUpdated.removeListener(see);
  });
}
