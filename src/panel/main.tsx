import { effect } from '@preact/signals';
import { render } from 'preact';
import { Connection } from './connection/connection.ts';
import { reload } from './connection/reach.ts';
import { followNetwork } from './devtools/network.ts';
import { removeLeftovers } from './disk/database.ts';
import { openJournal } from './journal/find.ts';
import { keepUp } from './journal/keep.ts';
import { settings } from './settings/settings.ts';
import { followTheme } from './settings/theme.ts';
import { signWhenIdle } from './store/sign-when-idle.ts';
import { Store } from './store/store.ts';
import { App } from './views/app.tsx';
import { language } from './words.ts';

const query = new URLSearchParams(location.search);
const tabId = Number(query.get('tab'));
const store = new Store((key, command) => connection.give(key, command));
const connection = new Connection(tabId, store);

document.documentElement.lang = language;
followTheme(document.documentElement);
effect(() => {
  store.sessions.preserveLog = settings.preserveLog.value;
});
effect(() => store.sessions.disk.allow(settings.payloadMemory.value));
// Where there is no time for it, the next panel does it.
addEventListener('pagehide', () => store.sessions.disk.discardAll());
removeLeftovers().catch(console.error);
// What is kept here a window of its own has until it is closed, also where it is loaded again.
sessionStorage.owner ??= crypto.randomUUID();
const owner = query.get('owner') ?? String(sessionStorage.owner);
openJournal(owner, store)
  .then((journal) => keepUp(journal, store), console.error)
  .finally(() => {
    connection.start();
    followNetwork(store);
    signWhenIdle(store);
  });
render(<App store={store} reload={() => reload(tabId)} />, document.body);
