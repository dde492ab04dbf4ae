import { render } from 'preact';
import { Connection } from './connection.ts';
import { Store } from './store.ts';
import { App } from './views/app.tsx';

const tabId = Number(new URLSearchParams(location.search).get('tab'));
const store = new Store((key, command) => connection.give(key, command));
const connection = new Connection(tabId, store);

connection.start();
render(<App store={store} />, document.body);
