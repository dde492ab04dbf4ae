import { type Layout, timeOf, xOf } from '#panel/views/axis/layout.ts';
import type { Span } from '#panel/views/axis/span.ts';

/** How near to the edge of a selected stretch a press takes hold of it, in CSS px. */
const REACH = 5;

/** A stretch of time that is being drawn up: one end stays, the other goes with the pointer. */
export interface Grip {
  /** The end that stays, in ms since the epoch. */
  readonly still: number;
}

/** The edge of the selected stretch that is at `x`, held so that the other one stays; `undefined` where there is none. */
export function edgeAt(layout: Layout, range: Span | undefined, x: number): Grip | undefined {
  if (!range) return undefined;
  const [from, to] = [range.from, range.to].map((time) => Math.abs(xOf(layout, time) - x)) as [
    number,
    number,
  ];
  if (Math.min(from, to) > REACH) return undefined;
  return { still: from < to ? range.to : range.from };
}

/** The stretch of time between the end that stays and a point; nothing left of the axis counts. */
export function stretch(layout: Layout, { still }: Grip, x: number): Span {
  const moved = timeOf(layout, Math.max(layout.gutter, Math.min(layout.width, x)));
  return { from: Math.min(still, moved), to: Math.max(still, moved) };
}
