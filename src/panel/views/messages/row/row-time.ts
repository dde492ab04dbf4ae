import type { Row } from '#model';
import { clockText, spanText } from '#panel/figures.ts';
import type { TimeMode } from '#panel/views/messages/columns/columns.ts';

/** What times of rows are told from, each in ms since the epoch. */
export interface TimeBases {
  readonly session: number;
  /** Of the selected row, where there is one. */
  readonly selected: number | undefined;
  /** Of the row before, where there is one. */
  readonly previous: number | undefined;
}

/** What the time of a row is told from, in ms since the epoch; `undefined` where it is told as time of day. */
export function timeBase(mode: TimeMode, { socket }: Row, bases: TimeBases): number | undefined {
  if (mode === 'absolute') return undefined;
  return mode === 'socket' ? socket.created : bases[mode];
}

/** A time in ms since the epoch: of day, or since another. */
export const timeText = (time: number, base: number | undefined): string =>
  base === undefined ? clockText(time) : deltaText(time - base);

/** Rows are in the order in which they were heard of: one from a worker may be older than the one before. */
export const deltaText = (ms: number): string => (ms < 0 ? spanText(ms) : `+${spanText(ms)}`);
