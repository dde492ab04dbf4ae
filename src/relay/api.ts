import type { Runtime, Storage } from 'webextension-polyfill';

// The polyfill is too large for what runs in every frame of every page; the two globals agree on what is used here.
interface Api {
  readonly runtime: Runtime.Static;
  readonly storage: Storage.Static;
}
declare const browser: Api | undefined;
declare const chrome: Api;

/** Nothing of it is looked at before there is a socket: the browser makes each part of it when it is asked for. */
export const api = typeof browser === 'undefined' ? chrome : browser;

/** What becomes of a promise that rejects where nobody listens, and then nobody needs to know. */
export const ignore = () => undefined;
