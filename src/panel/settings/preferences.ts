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

/** The parts of the panel that fold away; the messages table is always there. */
export const parts = ['timeline', 'sockets', 'details', 'composer'] as const;

export type Part = (typeof parts)[number];

export interface Layout {
  /** Height or width of a part in CSS px; a part without one has the size of what is in it. */
  readonly sizes: { readonly [part in Part]?: number };
  readonly folded: readonly Part[];
}

export const usualLayout: Layout = { sizes: { sockets: 230, details: 400, composer: 96 }, folded: [] };

/** Leaves out what is no part or no size: a layout may have been kept by another version. */
export function readLayout(stored: unknown): Layout | undefined {
  if (!isRecord(stored)) return undefined;
  const { sizes, folded } = stored;
  const own = parts.flatMap((part) => {
    const size = isRecord(sizes) ? sizes[part] : undefined;
    return isSize(size) ? [[part, size]] : [];
  });
  return {
    sizes: { ...usualLayout.sizes, ...Object.fromEntries(own) },
    folded: Array.isArray(folded) ? parts.filter((part) => folded.includes(part)) : [],
  };
}

/** The same layout with a part folded away, or there again. */
export const toggleFold = ({ sizes, folded }: Layout, part: Part): Layout => ({
  sizes,
  folded: folded.includes(part) ? folded.filter((other) => other !== part) : [...folded, part],
});

/** The same layout with a part there, whether it was folded away or not. */
export const withPart = ({ sizes, folded }: Layout, part: Part): Layout => ({
  sizes,
  folded: folded.filter((other) => other !== part),
});

/** The ways to look at a row. */
export const views = ['preview', 'text', 'hex', 'base64', 'compare', 'stack', 'socket'] as const;

export type View = (typeof views)[number];

export const readView = (stored: unknown): View | undefined => views.find((view) => view === stored);
