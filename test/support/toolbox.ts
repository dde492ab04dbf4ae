import type { Browser } from 'puppeteer-core';
import type { Scope } from './browser.ts';
import { callInWindow } from './firefox-window.ts';
import { until } from './until.ts';

const tabTracker = `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  .ExtensionParent.apiManager.global.tabTracker`;

const gDevTools = `ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs')
  .require('devtools/client/framework/devtools').gDevTools`;

/** The number by which extensions know the tab that is in front. */
export async function selectedTabId(browser: Browser): Promise<number> {
  const tab = `Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab`;
  return Number(await callInWindow(browser, `() => ${tabTracker}.getId(${tab})`));
}

/** Selects the extension's panel, once the toolbox knows it. */
const selectPanel = `async (tabId) => {
  const toolbox = await ${gDevTools}.showToolboxForTab(${tabTracker}.getTab(tabId));
  const panel = [...toolbox.additionalToolDefinitions.keys()].find((id) => id.startsWith('webext-devtools-panel-'));
  if (panel) await toolbox.selectTool(panel);
  return panel !== undefined;
}`;

/**
 * Runs a script in the panel. Its document is a remote browser nested in the toolbox, which WebDriver BiDi does not
 * list as a context; the actor that Marionette works with reaches it all the same.
 */
const runInPanel = `async (tabId, script, args) => {
  const toolbox = ${gDevTools}.getToolboxForTab(${tabTracker}.getTab(tabId));
  const frame = toolbox.doc.getElementById('toolbox-panel-iframe-' + toolbox.currentToolId);
  const { browsingContext, currentURI } = frame.contentDocument.querySelector('browser');
  if (!currentURI.spec.startsWith('moz-extension:')) throw new Error('the panel is not loaded yet');
  const { RemoteAgent } = ChromeUtils.importESModule('chrome://remote/content/components/RemoteAgent.sys.mjs');
  const { registerCommandsActor } = ChromeUtils.importESModule(
    'chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs');
  registerCommandsActor(RemoteAgent.webDriverBiDi.session.id);
  return browsingContext.currentWindowGlobal.getActor('MarionetteCommands').executeScript(script, args, {});
}`;

/** The panel inside the toolbox of a tab. What it evaluates takes and gives JSON values only. */
export async function openToolboxPanel(browser: Browser, tabId: number): Promise<Scope> {
  await until(
    'the panel to be in the toolbox',
    async () => (await callInWindow(browser, selectPanel, tabId)) === true,
  );
  const evaluate = (script: unknown, ...args: readonly unknown[]): Promise<unknown> => {
    const body = typeof script === 'function' ? `return (${script})(...arguments)` : `return ${script}`;
    return callInWindow(browser, runInPanel, tabId, body, args);
  };
  await until('the panel to be loaded', async () => (await evaluate('document.readyState')) === 'complete');
  return { evaluate: evaluate as Scope['evaluate'] };
}

/** Presses a key as a keyboard does, with what is held down beside it; the toolbox has then heard of it. */
const pressInToolbox = `async (tabId, keys) => {
  const toolbox = ${gDevTools}.getToolboxForTab(${tabTracker}.getTab(tabId));
  const window = toolbox.topWindow;
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransaction(window, () => {})) throw new Error('no keyboard');
  const events = keys.map(([key, code, keyCode]) => new window.KeyboardEvent('', { key, code, keyCode }));
  for (const event of events) processor.keydown(event);
  for (const event of events.reverse()) processor.keyup(event);
}`;

/** The toolbox of a tab. */
export class Toolbox {
  readonly #browser: Browser;
  readonly #tabId: number;

  constructor(browser: Browser, tabId: number) {
    this.#browser = browser;
    this.#tabId = tabId;
  }

  /** Gives the keyboard to the panel. */
  focus(): Promise<unknown> {
    return this.#call(`(toolbox) => {
      const frame = toolbox.doc.getElementById('toolbox-panel-iframe-' + toolbox.currentToolId);
      frame.contentDocument.querySelector('browser').focus();
    }`);
  }

  /** Presses keys one after the other and lets go of them, each as its `key`, `code` and `keyCode`. */
  press(...keys: readonly (readonly [string, string, number])[]): Promise<unknown> {
    return callInWindow(this.#browser, pressInToolbox, this.#tabId, keys);
  }

  /** Whether the console is there beside the panel. */
  async hasSplitConsole(): Promise<boolean> {
    return (await this.#call('(toolbox) => toolbox.splitConsole === true')) === true;
  }

  /** Puts it at a side of the browser, `bottom`, `right` or `left`, or in a `window` of its own. */
  dock(side: string): Promise<unknown> {
    return this.#call('(toolbox, side) => toolbox.switchHost(side).then(() => undefined)', side);
  }

  #call(act: string, ...args: readonly unknown[]): Promise<unknown> {
    const found = `${gDevTools}.getToolboxForTab(${tabTracker}.getTab(tabId))`;
    return callInWindow(
      this.#browser,
      `(tabId, ...args) => (${act})(${found}, ...args)`,
      this.#tabId,
      ...args,
    );
  }
}
