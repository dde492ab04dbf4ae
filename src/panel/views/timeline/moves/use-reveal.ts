import { useMemo } from 'preact/hooks';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { AXIS, LANE } from '#panel/views/axis/layout.ts';

/** Gives what brings the lane at a position into view. */
export const useReveal = (
  scroller: { readonly current: HTMLElement | null },
  drawing: Drawing,
): ((position: number) => void) =>
  useMemo(
    () => (position) => {
      const top = position * LANE;
      const { height } = drawing.size.peek();
      const nearest = Math.max(top + LANE + AXIS - height, Math.min(top, drawing.top.peek()));
      if (scroller.current && nearest !== drawing.top.peek()) scroller.current.scrollTop = nearest;
    },
    [drawing],
  );
