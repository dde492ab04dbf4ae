import type { Listing } from '#model';
import type { Colours } from '#panel/views/axis/colours.ts';
import type { Lanes } from '#panel/views/axis/lanes/lanes.ts';
import type { Matches } from '#panel/views/axis/lanes/matches.ts';
import type { Layout } from '#panel/views/axis/layout.ts';
import type { Span } from '#panel/views/axis/span.ts';
import type { TickLayer } from './tick-layer.ts';

/** All that a drawing of the timeline depends on. Lengths in CSS px. */
export interface Scene extends Layout {
  readonly lanes: Lanes;
  /** Up to when what lasts has lasted, in ms since the epoch. */
  readonly end: number;
  readonly height: number;
  /** Sockets that are shown; all where it is empty. */
  readonly chosen: ReadonlySet<number>;
  readonly selected: number | undefined;
  readonly range: Span | undefined;
  /** What passes the filter; absent where there is none. */
  readonly found: Listing | undefined;
  readonly colours: Colours;
  readonly font: string;
  /** What is counted of it in the lanes that are drawn. */
  readonly matches: Matches;
  /** What the ticks are drawn on before they are put on the rest. */
  readonly ticks: TickLayer;
}
