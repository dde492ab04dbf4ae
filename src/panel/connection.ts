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
  readonly #turns = new Map<string, Promise<void>>();

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
    const port = connect(this.#tabId, key);
    this.#ports.set(key, port);
    // What came over a port before is taken before it is asked what comes after.
    void this.#inOrder(key, () => {
      port.postMessage({ type: 'attach', after: this.#store.meet(key, url) } satisfies Command);
    });
    let answered = false;
    port.onMessage.addListener((message: unknown) => {
      answered = true;
      void this.#inOrder(key, () => this.#take(key, port, message));
    });
    port.onDisconnect.addListener(() => {
      // Reading it is what keeps Chromium from complaining in the console; it says no more than the event does.
      void browser.runtime.lastError;
      if (this.#ports.get(key) !== port) return;
      this.#ports.delete(key);
      // By way of the background it may be that one that stopped, and not the document: one more try tells.
      if (answered && !browser.tabs) this.#open(key, url);
      else void this.#inOrder(key, () => this.#store.leave(key));
    });
  }

  /** Does one thing with a document after another: a batch may have a Blob to be read first. */
  #inOrder(key: string, act: () => void | Promise<void>): Promise<void> {
    const turn = (this.#turns.get(key) ?? Promise.resolve()).then(act).catch(console.error);
    this.#turns.set(key, turn);
    return turn;
  }

  async #take(key: string, port: Runtime.Port, message: unknown): Promise<void> {
    const batch = await readBatch(message);
    if (batch) this.#store.take(key, batch);
    if (this.#ports.get(key) === port) port.postMessage({ type: 'acknowledge' } satisfies Command);
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
