import browser, { type Runtime } from 'webextension-polyfill';
import type { Store } from '#panel/store/store.ts';
import { type Announced, type Command, isRecord } from '#protocol';
import { callRoll, connectTo, followTab, isDirect } from './reach.ts';

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
  /** How often the roll was called. */
  #roll = 0;

  constructor(tabId: number, store: Store) {
    this.#tabId = tabId;
    this.#store = store;
  }

  start(): void {
    followTab(this.#tabId, {
      hear: (document) => this.#open(document),
      change: (change) => {
        // What is wrong with a page is not wrong with the next.
        if (change === 'navigating' && this.#store.access.peek() !== 'live')
          this.#store.access.value = undefined;
        this.#callRoll(change === 'loaded');
      },
      closed: () => {
        this.#roll++;
        this.#store.access.value = 'closed';
      },
    });
    this.#callRoll(true);
  }

  /** Gives a command to a document; false where it is out of reach. */
  give(key: string, command: Command): boolean {
    const port = this.#ports.get(key);
    port?.postMessage(command);
    return port !== undefined;
  }

  /** What is answered to an earlier question is of the page before. */
  #callRoll(loaded: boolean): void {
    const roll = ++this.#roll;
    callRoll(this.#tabId, loaded, (access) => {
      if (roll === this.#roll) this.#store.access.value = access;
    });
  }

  #open(announced: Announced): void {
    const { documentId: key, url, top } = announced;
    // What a document says last comes when another may be in its place.
    if (announced.batch !== undefined) {
      this.#inOrder(key, () => this.#takeLast(announced));
      return;
    }
    this.#store.access.value = 'live';
    this.#store.missed.hear(announced);
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

  /** Takes what a document said last without a port: none had reached it, or it could carry no more. */
  async #takeLast({ documentId: key, url, top, batch }: Announced): Promise<void> {
    const had = this.#store.meet(key, url, top);
    // It may go on from where other panels are: should the document come back, it is asked for what this one has not had.
    if (isRecord(batch) && Number(batch.after) <= had) await this.#store.take(key, batch);
    if (!this.#ports.has(key)) this.#store.sessions.leave(key);
  }

  /** Does one thing with a document after another: a batch may have a Blob to be read first. */
  #inOrder(key: string, act: () => void | Promise<void>): void {
    const turn = (this.#turns.get(key) ?? Promise.resolve()).then(act).catch(console.error);
    this.#turns.set(key, turn);
  }
}
