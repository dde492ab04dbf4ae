import { useEffect } from 'preact/hooks';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { timeOf } from '#panel/views/axis/layout.ts';
import type { TimelineView } from './view.ts';

/** How much a px of wheel zooms; a usual step of 100 px is a factor of 1.35. */
const PER_PIXEL = 0.003;

/** The wheel zooms around the pointer; sideways it pans. A pinch comes as a wheel with Ctrl. */
export function useWheel(
  view: TimelineView,
  target: { readonly current: HTMLElement | null },
  drawing: Drawing,
): void {
  useEffect(() => {
    const box = target.current;
    const onWheel = (event: WheelEvent) => {
      const { layout } = drawing;
      const x = event.clientX - (box?.getBoundingClientRect().left ?? 0);
      if (x < layout.gutter) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY))
        view.pan((event.deltaX * unit) / (layout.width - layout.gutter));
      else view.zoom(Math.exp(-event.deltaY * unit * PER_PIXEL * (event.ctrlKey ? 4 : 1)), timeOf(layout, x));
    };
    box?.addEventListener('wheel', onWheel, { passive: false });
    return () => box?.removeEventListener('wheel', onWheel);
  }, [view, drawing]);
}
