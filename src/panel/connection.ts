import browser, { type Runtime } from 'webextension-polyfill';
import { type Command, isAccess, isAnnouncement, type Route, readBatch } from '#protocol';
import type { Store } from './store.ts';

/** The name of this panel to the hooks: a document that it comes back to knows what it had. */
const reader = crypto.randomUUID();

/**
 * The panel's way to the documents of one tab: a port to each that announces itself, opened again when it breaks,
 * continued where it broke.
 */
export class Connection {
  readonly #tabId: number;
  readonly #store: Store;
  readonly #ports = new Map<string, Runtime.Port>();

  constructor(tabId: number, store: Store) {
    this.#tabId = tabId;
    this.#store = store;
  }

  start(): void {
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
      if (isAnnouncement(message)) this.#meet(sender);
      return undefined;
    });
    onNavigated(this.#tabId, () => this.#callRoll());
    browser.tabs?.onRemoved.addListener((tabId) => {
      if (tabId === this.#tabId) this.#store.setAccess('closed');
    });
    this.#callRoll();
  }

  /** Gives a command to a document; false where it is out of reach. */
  give(key: string, command: Command): boolean {
    const port = this.#ports.get(key);
    port?.postMessage(command);
    return port !== undefined;
  }

  /** Identity is what the browser says of the sender; the page has no part in it. */
  #meet(sender: Runtime.MessageSender & { documentId?: string }): void {
    const { tab, documentId, url } = sender;
    if (tab?.id !== this.#tabId || documentId === undefined) return;
    this.#store.setAccess('live');
    this.#open(documentId, url ?? '');
  }

  #open(key: string, url: string): void {
    this.#ports.get(key)?.disconnect();
    const after = this.#store.meet(key, url);
    const port = connect(this.#tabId, key);
    let answered = false;
    this.#ports.set(key, port);
    port.onMessage.addListener((message: unknown) => {
      answered = true;
      const batch = readBatch(message);
      port.postMessage({ type: 'acknowledge' } satisfies Command);
      if (batch) this.#store.take(key, batch);
    });
    port.onDisconnect.addListener(() => {
      // Reading it is what keeps Chromium from complaining in the console; it says no more than the event does.
      void browser.runtime.lastError;
      if (this.#ports.get(key) !== port) return;
      this.#ports.delete(key);
      // By way of the background it may be that one that stopped, and not the document: one more try tells.
      if (answered && !browser.tabs) this.#open(key, url);
      else this.#store.leave(key);
    });
    port.postMessage({ type: 'attach', after } satisfies Command);
  }

  #callRoll(): void {
    const port = browser.runtime.connect({ name: JSON.stringify({ tabId: this.#tabId } satisfies Route) });
    port.onMessage.addListener((access: unknown) => {
      if (isAccess(access)) this.#store.setAccess(access);
      port.disconnect();
    });
  }
}

/** A port to the relay of a document: by oneself where the browser gives a panel `tabs`, else by the background. */
function connect(tabId: number, documentId: string): Runtime.Port {
  if (browser.tabs)
    return browser.tabs.connect(tabId, { documentId, name: reader } as { frameId?: number; name: string });
  return browser.runtime.connect({
    name: JSON.stringify({ tabId, document: { documentId, reader } } satisfies Route),
  });
}

function onNavigated(tabId: number, act: () => void): void {
  if (browser.devtools?.network) browser.devtools.network.onNavigated.addListener(act);
  else
    browser.tabs.onUpdated.addListener((id, { status }) => {
      if (id === tabId && status === 'complete') act();
    });
}
