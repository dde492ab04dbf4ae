import type { Runtime, Storage } from 'webextension-polyfill';

// The polyfill is too large for what runs in every frame of every page; the two globals agree on what is used here.
interface Api {
  readonly runtime: Runtime.Static;
  readonly storage: Storage.Static;
}
declare const browser: Api | undefined;
declare const chrome: Api;

/** It is looked at when it is needed, which in most frames is never: Firefox makes all of it at the first look, for 2 ms. */
export const api = (): Api => (typeof browser === 'undefined' ? chrome : browser);

/** What becomes of a promise that rejects where nobody listens, and then nobody needs to know. */
export const ignore = () => undefined;
