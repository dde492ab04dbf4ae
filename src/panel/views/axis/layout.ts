import type { Span } from './span.ts';

/** Heights in CSS px of a lane, and of the axis above them. */
export const LANE = 24;
export const AXIS = 17;

/** Where things are on the axis and below it. Lengths in CSS px. */
export interface Layout {
  readonly span: Span;
  readonly width: number;
  /** Width of the lanes' names at the left. */
  readonly gutter: number;
  /** How far the lanes are scrolled. */
  readonly top: number;
}

/** ms on a px. */
export const perPixel = ({ span, width, gutter }: Layout): number =>
  (span.to - span.from) / Math.max(1, width - gutter);

export const xOf = (layout: Layout, time: number): number =>
  layout.gutter + (time - layout.span.from) / perPixel(layout);

export const timeOf = (layout: Layout, x: number): number =>
  layout.span.from + (x - layout.gutter) * perPixel(layout);

/** Top of the lane at a position from above. */
export const laneTop = ({ top }: Layout, position: number): number => AXIS + position * LANE - top;

/** Position of the lane at `y`; -1 on the axis. May be past the last lane. */
export const positionAt = ({ top }: Layout, y: number): number =>
  y < AXIS ? -1 : Math.floor((y - AXIS + top) / LANE);
