import type { Span } from '#panel/views/axis/span.ts';
import type { Rates } from './rates.ts';

/** Rates, and the axis that they are shown on. */
export interface Shown {
  readonly rates: Rates;
  readonly span: Span;
  /** The selected stretch of time. */
  readonly range: Span | undefined;
  /** Of the selected row, in ms since the epoch. */
  readonly selected: number | undefined;
  /** Of the axis with the lanes' names, in CSS px. */
  readonly width: number;
  /** Of the lanes' names, in CSS px. */
  readonly gutter: number;
}
