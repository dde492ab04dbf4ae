import browser from 'webextension-polyfill';
import { isDirect } from '#panel/connection/reach.ts';
import type { Store } from '#panel/store/store.ts';

/** How often DevTools is asked for its log at most, in ms. */
const EVERY = 1000;

/** How much of the time may be spent on asking: the log comes whole each time, 59 ms for 8 MB. */
const SHARE = 20;

/**
 * Asks DevTools for its own network log, again and again while the panel can be seen. Chromium's has the messages of
 * WebSockets, those of workers too; Firefox's has not.
 */
export function followNetwork(store: Store): void {
  const { network } = browser.devtools ?? {};
  if (!network || !isDirect) return;
  const extension = browser.runtime.getURL('');
  const ask = async (share = SHARE) => {
    const since = performance.now();
    try {
      if (!document.hidden) store.sessions.takeNetworkLog(await network.getHAR(), extension);
    } finally {
      // One log that cannot be had, or read, is no reason to miss those after it.
      setTimeout(ask, Math.max(EVERY, (performance.now() - since) * share));
    }
  };
  // The first time takes as long as DevTools takes to start: that tells nothing of the log.
  void ask(0);
}
