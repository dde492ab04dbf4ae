import browser from 'webextension-polyfill';
import { isRecord } from '#protocol';

type Open = (url: string, line: number, column: number) => void;

/**
 * Shows a place of a script in DevTools' Sources; lines and columns count from 1. `undefined` where there is no way:
 * in a window of its own, and in Firefox (https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#method-openResource).
 */
export const openSource: Open | undefined = opener();

function opener(): Open | undefined {
  const panels: unknown = browser.devtools?.panels;
  const open = isRecord(panels) ? panels.openResource : undefined;
  if (typeof open !== 'function') return undefined;
  return (url, line, column) => void open.call(panels, url, line - 1, column - 1, () => undefined);
}
