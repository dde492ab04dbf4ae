/** A stretch of time on the axis, in ms since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What of the session the axis shows: all of it, its newest part, or a part that a person went to. */
export type Focus =
  | { readonly kind: 'all' }
  | { readonly kind: 'newest'; readonly length: number }
  | SpanFocus;

interface SpanFocus extends Span {
  readonly kind: 'span';
}

/** The shortest stretch that the axis shows, in ms: performance.now() is no finer than 5 µs. */
const SHORTEST = 0.05;

/** Parts of what is in view by which a calm axis moves on. */
const STEPS = 4;

/** All of a session that is over. */
export const allOf = ({ from, to }: Span): Span => ({
  from,
  to: from + Math.max(1, (to - from) * (1 + AIR)),
});

/**
 * What an axis shows of a session that lasted from `whole.from` to `whole.to`.
 * @param calm follows the newest by steps, for those who asked for less motion
 */
export function spanOf(focus: Focus, whole: Span, calm = false): Span {
  if (focus.kind === 'span') return focus;
  if (focus.kind === 'all') return { from: whole.from, to: whole.from + roomFor(whole.to - whole.from) };
  const step = focus.length / STEPS;
  const to = calm ? Math.ceil(whole.to / step) * step : whole.to + focus.length * AIR;
  return { from: to - focus.length, to };
}

/** What shows a span, so that what reaches the end of the session goes on following it. */
export function focusOn(span: Span, whole: Span): Focus {
  if (span.to < whole.to) return { kind: 'span', ...span };
  return span.from <= whole.from ? { kind: 'all' } : { kind: 'newest', length: span.to - span.from };
}

/** The part of the axis that is left free at its right end, so that the newest tick is not on the edge. */
const AIR = 0.02;

/** Length of an axis for a session of that length. Grows by steps: a scale that always moves cannot be read. */
function roomFor(length: number): number {
  const needed = Math.max(1000, length * (1 + AIR));
  return 1.1 ** Math.ceil(Math.log(needed) / Math.log(1.1));
}

/** Zooms by a factor (above 1: in) around a time that keeps its place. No further out than twice the whole. */
export function zoom(span: Span, factor: number, around: number, whole: Span): Span {
  const length = span.to - span.from;
  const longest = Math.max(2000, (whole.to - whole.from) * 2);
  const next = Math.max(SHORTEST, Math.min(longest, length / factor));
  const from = around - ((around - span.from) * next) / length;
  return { from, to: from + next };
}

/** Moves by `delta` ms, but never so far that nothing of the whole is left in view. */
export function pan(span: Span, delta: number, whole: Span): Span {
  const length = span.to - span.from;
  const from = Math.max(whole.from - length * 0.9, Math.min(whole.to - length * 0.1, span.from + delta));
  return { from, to: from + length };
}

/** Times for marks on the axis: at round distances from `origin`, about `wanted` of them. */
export function marks({ from, to }: Span, origin: number, wanted: number): { step: number; times: number[] } {
  const step = roundStep((to - from) / Math.max(1, wanted));
  const first = Math.ceil((from - origin) / step);
  const fitting = Math.floor((to - origin) / step) - first + 1;
  // Where numbers are so large that a step is nothing to them, as many would fit as there is room for in no memory.
  const length = Math.max(0, Math.min(fitting, 4 * Math.max(1, wanted))) || 0;
  return { step, times: Array.from({ length }, (_, n) => origin + (first + n) * step) };
}

/** The next step up that a person counts in: 1, 2 or 5 of a power of ten; above a second of minutes, hours, days. */
function roundStep(ms: number): number {
  const counted = [1e3, 2e3, 5e3, 1e4, 3e4, 6e4, 12e4, 3e5, 6e5, 18e5, 36e5, 72e5, 216e5, 432e5, 864e5];
  if (ms > 500) return counted.find((step) => step >= ms) ?? Math.ceil(ms / 864e5) * 864e5;
  const power = 10 ** Math.floor(Math.log10(ms));
  return power * ([1, 2, 5].find((n) => n * power >= ms) ?? 10);
}
