import { defaultLimits, isRecord, type Limits } from '#protocol';

/** What a person can have their own way, what it is until then, and how it is read from where it is kept. */

/** `auto` is the theme of DevTools, or of the system where there is no DevTools. */
export const themes = ['auto', 'light', 'dark'] as const;

export type ThemeChoice = (typeof themes)[number];

export const readTheme = (stored: unknown): ThemeChoice | undefined =>
  themes.find((theme) => theme === stored);

export const readSwitch = (stored: unknown): boolean | undefined =>
  typeof stored === 'boolean' ? stored : undefined;

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** In bytes. */
export const usualPayloadMemory = 256 * 2 ** 20;

export const readSize = (stored: unknown): number | undefined => (isSize(stored) ? stored : undefined);

/** What the hook takes: whole numbers that are not negative. */
export function readLimits(stored: unknown): Limits | undefined {
  if (!isRecord(stored)) return undefined;
  const { events, bytes, payload } = { ...defaultLimits, ...stored };
  return isSize(events) && isSize(bytes) && isSize(payload) ? { events, bytes, payload } : undefined;
}

/** The ways to look at a row. */
export const views = ['preview', 'text', 'hex', 'base64', 'compare', 'stack', 'socket'] as const;

export type View = (typeof views)[number];

export const readView = (stored: unknown): View | undefined => views.find((view) => view === stored);
