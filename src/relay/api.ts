import type { Runtime, Storage } from 'webextension-polyfill';

// The polyfill is too large for what runs in every frame of every page; the two globals agree on what is used here.
interface Api {
  readonly runtime: Runtime.Static;
  readonly storage: Storage.Static;
}
declare const browser: Api | undefined;
declare const chrome: Api;

export const { runtime, storage } = typeof browser === 'undefined' ? chrome : browser;

/** What becomes of a promise that rejects where nobody listens, and then nobody needs to know. */
export const ignore = () => undefined;
