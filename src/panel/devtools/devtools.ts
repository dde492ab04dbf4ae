import browser from 'webextension-polyfill';

const { panels, inspectedWindow } = browser.devtools;

await panels.create('Sockscope', '/icons/48.png', `/src/panel/panel.html?tab=${inspectedWindow.tabId}`);
