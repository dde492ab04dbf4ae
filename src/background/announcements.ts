import browser, { type Runtime } from 'webextension-polyfill';
import { announcedBy } from '#protocol';

/**
 * Passes on what documents of a tab announce: a panel in Firefox's toolbox hears no messages of content scripts. The
 * listener is there for as long as the panel is, so that with no panel open no page wakes the background.
 */
export function passOnAnnouncements(panel: Runtime.Port, tabId: number): void {
  const hear = (message: unknown, sender: Runtime.MessageSender) => {
    const announced = announcedBy(message, sender, tabId);
    if (announced) panel.postMessage(announced);
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  panel.onDisconnect.addListener(() => browser.runtime.onMessage.removeListener(hear));
}
