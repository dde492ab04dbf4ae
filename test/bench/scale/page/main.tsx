import { render } from 'preact';
import { followTheme } from '#panel/settings/theme.ts';
import { signWhenIdle } from '#panel/store/sign-when-idle.ts';
import { Store } from '#panel/store/store.ts';
import { App } from '#panel/views/app.tsx';
import '#panel/settings/theme.css';
import { nextSearch, type Search } from './search.ts';
import type { Order } from './source.ts';

/** What the bench asks of the page: the real panel, which a worker feeds in the place of a connection. */
export interface ScalePage {
  /** Lets the session grow; resolves when the panel has taken everything, to how long that took in ms. */
  grow(order: Order): Promise<number>;
  /** Measures the next change of the filter; `search` is then what was measured. */
  awaitSearch(): void;
  search: Promise<Search>;
  /** Says how many bytes of payloads may be in memory; resolves when no more are. */
  allow(bytes: number): Promise<void>;
  /** Payload bytes of all messages. */
  readonly payload: number;
}

declare global {
  var scalePage: ScalePage;
}

const document = 'generated';
const store = new Store(() => false);
const source = new Worker(new URL('./source.ts', import.meta.url), { type: 'module' });

const messages = () => store.session.peek().messages;

function grow(order: Order): Promise<number> {
  const start = performance.now();
  const all = messages() + order.count;
  return new Promise((done) => {
    // As a connection does: the next batch is made while this one is read.
    source.onmessage = async ({ data }: MessageEvent<unknown>) => {
      source.postMessage('acknowledge');
      await store.take(document, data);
      if (messages() >= all) done(performance.now() - start);
    };
    source.postMessage(order);
  });
}

store.meet(document, 'https://example.test/', true);
store.access.value = 'live';
signWhenIdle(store);
followTheme(globalThis.document.documentElement);
render(<App store={store} reload={() => undefined} />, globalThis.document.body);

globalThis.scalePage = {
  grow,
  awaitSearch() {
    this.search = nextSearch(store);
  },
  search: Promise.resolve({ any: 0, first: 0, whole: 0 }),
  allow(bytes) {
    store.sessions.disk.allow(bytes);
    return store.sessions.disk.relieve(store.session.peek());
  },
  get payload() {
    const bytes = store.session.value.sockets.map(({ sent, received }) => sent.bytes + received.bytes);
    return bytes.reduce((sum, each) => sum + each, 0);
  },
};
