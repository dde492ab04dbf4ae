import { effect, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { isRecord } from '#protocol';
import { settings } from './settings.ts';

/** What the theme is now, in a form that only says whether it changed: a canvas must then be drawn anew. */
export const theme = signal(0);

/**
 * Follows the theme that the person chose, else that of DevTools where the panel is in DevTools, which may differ from
 * the system's (https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-themeName), else
 * the system's.
 */
export function followTheme(root: HTMLElement): void {
  const ofDevTools = signal<'light' | 'dark' | undefined>(undefined);
  const changed = () => {
    theme.value = theme.peek() + 1;
  };
  effect(() => {
    const chosen = settings.theme.value;
    const name = chosen === 'auto' ? ofDevTools.value : chosen;
    if (name) root.dataset.theme = name;
    else delete root.dataset.theme;
    changed();
  });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed);
  const panels: unknown = browser.devtools?.panels;
  if (!isRecord(panels)) return;
  const show = (name: unknown) => {
    ofDevTools.value = name === 'dark' ? 'dark' : 'light';
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
