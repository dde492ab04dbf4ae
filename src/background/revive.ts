import browser from 'webextension-polyfill';

/**
 * Gives the pages that were open before the extension was reloaded or updated a relay that lives: the old one has
 * lost its extension, while the hook and its log are still there. Firefox does so by itself.
 */
export async function reviveRelays(): Promise<void> {
  const relay =
    browser.runtime.getManifest().content_scripts?.find((script) => !('world' in script))?.js ?? [];
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({ target: { tabId: id ?? -1, allFrames: true }, files: relay }),
    ),
  );
}
