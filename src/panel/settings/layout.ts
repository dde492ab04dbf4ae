import { isRecord } from '#protocol';

/** The parts of the panel that fold away; the messages table is always there. The drawer is what one takes part with. */
export const parts = ['timeline', 'details', 'drawer'] as const;

export type Part = (typeof parts)[number];

/**
 * How the parts lie, by the room that there is: in one column where DevTools is docked at the right, side by side where
 * it is docked below, both where there is much; the details over the table where there is least.
 */
export const shapes = ['tiny', 'right', 'below', 'wide'] as const;

export type Shape = (typeof shapes)[number];

/** What of the height or width a part has, in percent; a part without one has its usual share. */
export type Shares = { readonly [part in Part]?: number };

export interface Layout {
  readonly shares: { readonly [shape in Shape]?: Shares };
  readonly folded: readonly Part[];
}

export const usualLayout: Layout = { shares: {}, folded: ['drawer'] };

/** The shape for a panel of that size, in CSS px. */
export function shapeFor(width: number, height: number): Shape {
  if (width < 360 || (width < 640 && height < 360)) return 'tiny';
  if (height < 420) return 'below';
  return width < 900 ? 'right' : 'wide';
}

/** Leaves out what is no part and no share: a layout may have been kept by another version. */
export function readLayout(stored: unknown): Layout | undefined {
  if (!isRecord(stored)) return undefined;
  const { shares, folded } = stored;
  const own = shapes.map(
    (shape) => [shape, readShares(isRecord(shares) ? shares[shape] : undefined)] as const,
  );
  return {
    shares: Object.fromEntries(own.filter(([, of]) => Object.keys(of).length > 0)),
    folded: Array.isArray(folded) ? parts.filter((part) => folded.includes(part)) : usualLayout.folded,
  };
}

function readShares(stored: unknown): Shares {
  if (!isRecord(stored)) return {};
  const own = parts.flatMap((part) => (isShare(stored[part]) ? [[part, stored[part]]] : []));
  return Object.fromEntries(own);
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 100;

export const withShares = (layout: Layout, shape: Shape, shares: Shares): Layout => ({
  ...layout,
  shares: { ...layout.shares, [shape]: shares },
});

/** The same layout with a part folded away, or there again. */
export const toggleFold = (layout: Layout, part: Part): Layout =>
  layout.folded.includes(part) ? withPart(layout, part) : withoutPart(layout, part);

/** The same layout with a part there, whether it was folded away or not. */
export const withPart = ({ shares, folded }: Layout, part: Part): Layout => ({
  shares,
  folded: folded.filter((other) => other !== part),
});

/** The same layout with a part folded away. */
export const withoutPart = ({ shares, folded }: Layout, part: Part): Layout => ({
  shares,
  folded: parts.filter((other) => other === part || folded.includes(other)),
});
