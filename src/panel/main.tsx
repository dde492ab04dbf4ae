import { effect } from '@preact/signals';
import { render } from 'preact';
import { Connection } from './connection.ts';
import { removeLeftovers } from './disk/database.ts';
import { followNetwork } from './network.ts';
import { reload } from './reach.ts';
import { settings } from './settings.ts';
import { Store } from './store.ts';
import { followTheme } from './theme.ts';
import { App } from './views/app.tsx';
import { language } from './words.ts';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const store = new Store((key, command) => connection.give(key, command));
const connection = new Connection(tabId, store);

document.documentElement.lang = language;
followTheme(document.documentElement);
effect(() => {
  store.preserveLog = settings.preserveLog.value;
});
effect(() => store.disk.allow(settings.payloadMemory.value));
// Where there is no time for it, the next panel does it.
addEventListener('pagehide', () => store.disk.discardAll());
removeLeftovers().catch(console.error);
connection.start();
followNetwork(store);
render(<App store={store} reload={() => reload(tabId)} />, document.body);
