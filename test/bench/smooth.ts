import type { Figure } from './figure.ts';
import { quantile } from './statistics.ts';
import type { Watched } from './watch.ts';

/** To a tenth: a frame of 60 a second has 16.7 ms. */
const p95 = (values: readonly number[]) => Math.round(quantile(values, 0.95) * 10) / 10;

/** Figures of how smoothly something went. */
export function* smoothFigures(
  what: string,
  { longest, longestWall, work, intervals }: Watched,
): Iterable<Figure> {
  yield { name: `${what}: work for a frame, p95`, value: p95(work), unit: 'ms', most: 16.7 };
  yield { name: `${what}: frame to frame, p95`, value: p95(intervals), unit: 'ms', most: 16.7 };
  yield* blockFigures(what, { longest, longestWall });
}

/** Figures of for how long the panel could not have answered. */
export function* blockFigures(
  what: string,
  { longest, longestWall }: Pick<Watched, 'longest' | 'longestWall'>,
): Iterable<Figure> {
  yield { name: `${what}: longest block, CPU time`, value: longest, unit: 'ms', most: 50 };
  yield { name: `${what}: longest block, wall time`, value: longestWall, unit: 'ms' };
}
