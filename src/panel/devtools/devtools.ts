import browser from 'webextension-polyfill';

const { panels, inspectedWindow } = browser.devtools;

// The panel may be loaded again, as where Firefox docks the toolbox elsewhere: by this lock others know that the tools are there.
const owner = crypto.randomUUID();
void navigator.locks.request(owner, () => new Promise(() => undefined));

const panel = `/src/panel/panel.html?tab=${inspectedWindow.tabId}&owner=${owner}`;
await panels.create('Sockscope', '/icons/48.png', panel);
