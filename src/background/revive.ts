import browser from 'webextension-polyfill';

/** What the polyfill's types do not know yet; in Firefox each script says its world. */
interface Script {
  readonly world?: string;
  readonly js?: string[];
}

/**
 * Gives the pages that were open before the extension was reloaded or updated a relay that lives: the old one has
 * lost its extension, while the hook and its log are still there. Firefox does so
 * by itself: a relay that comes after it finds that there is one.
 */
export async function reviveRelays(): Promise<void> {
  const relay =
    browser.runtime.getManifest().content_scripts?.find((script: Script) => script.world !== 'MAIN')?.js ??
    [];
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({ target: { tabId: id ?? -1, allFrames: true }, files: relay }),
    ),
  );
}
