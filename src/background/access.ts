import browser, { type Runtime } from 'webextension-polyfill';
import { type Access, RELAY, type RollCall } from '#protocol';

const rollCall: RollCall = { type: 'roll-call' };

/**
 * Has the documents of a tab announce themselves to the panels, and tells one of them how the page in it can be reached:
 * nothing where there is to be another page in a moment.
 * @param loaded whether all of the page has been loaded, as far as the panel knows
 */
export async function answerRollCall(panel: Runtime.Port, tabId: number, loaded: boolean): Promise<void> {
  let isThere = true;
  panel.onDisconnect.addListener(() => {
    isThere = false;
  });
  const access = (await look(tabId)) ?? (await whyNot(tabId, loaded));
  // Frames of a page may be within reach where the page is not.
  await browser.tabs.sendMessage(tabId, rollCall).catch(nobodyThere);
  if (isThere && access) panel.postMessage(access);
  else panel.disconnect();
}

/** What a roll call comes to where no document of the tab has a relay. */
const nobodyThere = () => undefined;

/** Looks into the page for its relay; nothing where no script can be run in it. */
async function look(tabId: number): Promise<Access | undefined> {
  if (!(await mayRunEverywhere())) return (await answers(tabId)) ? 'live' : undefined;
  const target = { tabId };
  const looking = { target, func: hasRelay, args: [RELAY], injectImmediately: true };
  const [page] = await browser.scripting.executeScript(looking).catch(() => []);
  // Of a page of its own Firefox gives `null`.
  if (typeof page?.result !== 'boolean') return undefined;
  return page.result ? 'live' : 'reload';
}

/**
 * Whether no person has taken access to sites back. Where one has, Chromium keeps a script waiting until it is given again, and
 * says nothing.
 */
const mayRunEverywhere = () => browser.permissions.contains({ origins: ['<all_urls>'] });

/** Whether the page has a relay that listens. */
const answers = (tabId: number): Promise<boolean> =>
  browser.tabs.sendMessage(tabId, rollCall, { frameId: 0 }).then(
    () => true,
    () => false,
  );

/**
 * Why no script could be run in the page. One on its way in, or out, looks like one that the browser keeps to itself, and its
 * address may be that of neither: they can be told apart when all is loaded.
 */
async function whyNot(tabId: number, loaded: boolean): Promise<Access | undefined> {
  const tab = await browser.tabs.get(tabId).catch(nobodyThere);
  if (!tab) return 'closed';
  return loaded ? ((await look(tabId)) ?? 'withheld') : undefined;
}

/**
 * Whether a relay listens in this document. Runs there, so it brings along all that it uses. Relays run as soon as a document
 * has an element: one without is asked when it has one, and when all that run then have run.
 * @param relay the name by which a relay shows itself
 */
async function hasRelay(relay: string): Promise<boolean> {
  const isThere = () => relay in globalThis;
  if (isThere() || document.readyState !== 'loading') return isThere();
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => look());
    const look = () => {
      if (!document.documentElement) return;
      observer.disconnect();
      resolve();
    };
    observer.observe(document, { childList: true });
    look();
  });
  // Not by a timer: the page would see that its own skip a number.
  await scheduler.postTask(() => undefined);
  return isThere();
}
