import browser, { type Runtime } from 'webextension-polyfill';
import type { Store } from '#panel/store/store.ts';
import type { Announced, Command } from '#protocol';
import { callRoll, connectTo, isDirect, onAnnounced, onNavigated, onTabClosed } from './reach.ts';

/** The name of this panel to the hooks: a document that it comes back to knows what it had. */
const reader = crypto.randomUUID();

/**
 * The panel's way to the documents of one tab: a port to each that announces itself, opened again when it breaks,
 * continued where it broke. Identity is what the browser says of the sender; the page has no part in it.
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
    const roll = () => callRoll(this.#tabId, (access) => (this.#store.access.value = access));
    onAnnounced(this.#tabId, (document) => this.#open(document), roll);
    onNavigated(this.#tabId, roll);
    onTabClosed(this.#tabId, () => (this.#store.access.value = 'closed'));
    roll();
  }

  /** Gives a command to a document; false where it is out of reach. */
  give(key: string, command: Command): boolean {
    const port = this.#ports.get(key);
    port?.postMessage(command);
    return port !== undefined;
  }

  #open(announced: Announced): void {
    const { documentId: key, url, top } = announced;
    this.#store.access.value = 'live';
    if (announced.batch !== undefined) {
      this.#inOrder(key, () => this.#takeLast(announced));
      return;
    }
    // Documents announce themselves at every roll call: one that is on the line already is left in peace.
    if (this.#ports.has(key)) return;
    const port = connectTo(this.#tabId, key, reader);
    this.#ports.set(key, port);
    // What came over a port before is taken before it is asked what comes after.
    this.#inOrder(key, () => {
      port.postMessage({ type: 'attach', after: this.#store.meet(key, url, top) } satisfies Command);
    });
    let answered = false;
    port.onMessage.addListener((message: unknown) => {
      answered = true;
      this.#take(key, port, message);
    });
    port.onDisconnect.addListener(() => {
      // Reading it is what keeps Chromium from complaining in the console; it says no more than the event does.
      void browser.runtime.lastError;
      if (this.#ports.get(key) !== port) return;
      this.#ports.delete(key);
      // By way of the background it may be that one that stopped, and not the document: one more try tells.
      if (answered && !isDirect) this.#open(announced);
      else this.#inOrder(key, () => this.#store.sessions.leave(key));
    });
  }

  /** The hook waits for the word before it hands over more: it has it when a batch is next, to write another meanwhile. */
  #take(key: string, port: Runtime.Port, message: unknown): void {
    const taken = this.#store.take(key, message).catch(console.error);
    this.#inOrder(key, () => {
      if (this.#ports.get(key) === port) port.postMessage({ type: 'acknowledge' } satisfies Command);
      return taken;
    });
  }

  /** Takes what a document said last without a port: it was gone before one could reach it. */
  async #takeLast({ documentId: key, url, top, batch }: Announced): Promise<void> {
    this.#store.meet(key, url, top);
    await this.#store.take(key, batch);
    if (!this.#ports.has(key)) this.#store.sessions.leave(key);
  }

  /** Does one thing with a document after another: a batch may have a Blob to be read first. */
  #inOrder(key: string, act: () => void | Promise<void>): void {
    const turn = (this.#turns.get(key) ?? Promise.resolve()).then(act).catch(console.error);
    this.#turns.set(key, turn);
  }
}
