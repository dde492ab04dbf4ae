import type { Lanes } from '#panel/views/timeline/lanes/lanes.ts';
import type { Span } from '#panel/views/timeline/moves/span.ts';
import type { Colours } from './colours.ts';
import type { TickLayer } from './tick-layer.ts';

/** Heights in CSS px of a lane, and of the axis above them. */
export const LANE = 24;
export const AXIS = 17;

/** All that a drawing of the timeline depends on. Lengths in CSS px. */
export interface Scene {
  readonly lanes: Lanes;
  /** Up to when what lasts has lasted, in ms since the epoch. */
  readonly end: number;
  readonly span: Span;
  readonly width: number;
  readonly height: number;
  /** Width of the lanes' names at the left. */
  readonly gutter: number;
  /** How far the lanes are scrolled. */
  readonly top: number;
  /** Sockets that are shown; all where it is empty. */
  readonly chosen: ReadonlySet<number>;
  readonly selected: number | undefined;
  readonly range: Span | undefined;
  readonly colours: Colours;
  readonly font: string;
  /** What the ticks are drawn on before they are put on the rest. */
  readonly ticks: TickLayer;
}

/** What of a scene says where things are. */
export type Layout = Pick<Scene, 'span' | 'width' | 'gutter' | 'top'>;

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
