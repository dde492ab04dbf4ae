import browser from 'webextension-polyfill';

/**
 * Where there is what only developer tools know, of handshakes and workers, and where they lead into sources: in this panel,
 * in one that is in DevTools, or nowhere, for Firefox lets no extension have it.
 */
export const toolsKnow: 'here' | 'inDevTools' | 'nowhere' =
  location.protocol === 'moz-extension:' ? 'nowhere' : browser.devtools ? 'here' : 'inDevTools';
