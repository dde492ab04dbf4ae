import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { isRecord } from '#protocol';

/** What the theme is now, in a form that only says whether it changed: a canvas must then be drawn anew. */
export const theme = signal(0);

/**
 * Follows the theme: that of DevTools where the panel is in DevTools, which may differ from the system's
 * (https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-themeName), else the system's.
 */
export function followTheme(root: HTMLElement): void {
  const changed = () => {
    theme.value++;
  };
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed);
  const panels: unknown = browser.devtools?.panels;
  if (!isRecord(panels)) return;
  const show = (name: unknown) => {
    root.dataset.theme = name === 'dark' ? 'dark' : 'light';
    changed();
  };
  show(panels.themeName);
  onThemeChange(panels, show);
}

/** Chromium has one handler, Firefox an event. */
function onThemeChange(panels: Record<string, unknown>, show: (name: unknown) => void): void {
  const { setThemeChangeHandler, onThemeChanged } = panels;
  if (typeof setThemeChangeHandler === 'function') setThemeChangeHandler.call(panels, show);
  else if (isRecord(onThemeChanged) && typeof onThemeChanged.addListener === 'function')
    onThemeChanged.addListener(show);
}
