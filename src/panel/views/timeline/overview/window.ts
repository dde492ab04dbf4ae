import type { Span } from '#panel/views/axis/span.ts';

/** What a drag on the overview does: moves the window, moves one of its ends, or draws a new one. */
export type Hold =
  | { readonly kind: 'window'; readonly grabbed: number; readonly start: Span }
  | { readonly kind: 'end'; readonly still: number };

/** Takes hold of the window at a time. `reach` in ms is how near to an end counts as on it. */
export function holdAt(view: Span, whole: Span, time: number, reach: number): Hold {
  const [from, to] = [Math.abs(time - view.from), Math.abs(time - view.to)];
  const inner = view.from > whole.from || view.to < whole.to;
  if (inner && Math.min(from, to) <= reach) return { kind: 'end', still: from < to ? view.to : view.from };
  const inside = inner && time > view.from && time < view.to;
  return inside ? { kind: 'window', grabbed: time, start: view } : { kind: 'end', still: time };
}

/** The window after what is held went to a time, never without length. `least` in ms. */
export function dragTo(hold: Hold, time: number, least: number): Span {
  if (hold.kind === 'window') {
    const by = time - hold.grabbed;
    return { from: hold.start.from + by, to: hold.start.to + by };
  }
  const [from, to] = [Math.min(hold.still, time), Math.max(hold.still, time)];
  return { from, to: Math.max(to, from + least) };
}
