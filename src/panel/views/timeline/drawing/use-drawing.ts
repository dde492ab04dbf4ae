import { useEffect, useMemo } from 'preact/hooks';
import { theme } from '#panel/settings/theme.ts';
import type { Store } from '#panel/store/store.ts';
import { oncePerFrame, sharpContext } from '#panel/views/axis/canvas.ts';
import { readColours } from '#panel/views/axis/colours.ts';
import { Drawing } from '#panel/views/axis/drawing.ts';
import { Matches } from '#panel/views/axis/lanes/matches.ts';
import { useFiltered } from '#panel/views/axis/use-filtered.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useFenced, useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { paint } from './paint.ts';
import type { Scene } from './scene.ts';
import { TickLayer } from './tick-layer.ts';

type Ref<T> = { readonly current: T | null };

/** Draws on the canvas whenever something has changed that is to be seen there, at most once a frame. */
export function useDrawing(
  store: Store,
  view: TimelineView,
  canvas: Ref<HTMLCanvasElement>,
  scroller: Ref<HTMLElement>,
): Drawing {
  const drawing = useMemo(() => new Drawing(view), [view]);
  useSize(drawing, scroller);
  const fenced = useFenced();
  const draw = useMemo(() => {
    const kept = { ticks: new TickLayer(), matches: new Matches() };
    return oncePerFrame(fenced(() => drawNow(store, view, canvas, drawing, kept)));
  }, [store, view, drawing]);
  useFencedEffect(() => {
    const { revision, session, selected } = store;
    const { chosen, range } = store.sight;
    for (const { value } of [revision, session, chosen, selected, range, view.focus, theme]) void value;
    for (const { value } of [view.moved, drawing.drawn, drawing.size, drawing.top]) void value;
    draw();
  });
  useFiltered(store, draw);
  return drawing;
}

function drawNow(
  store: Store,
  view: TimelineView,
  ref: Ref<HTMLCanvasElement>,
  drawing: Drawing,
  { ticks, matches }: { ticks: TickLayer; matches: Matches },
): void {
  const canvas = ref.current;
  if (!canvas) return;
  const lanes = view.index();
  const { width, height } = drawing.size.peek();
  const context = sharpContext(canvas, width, height);
  const scene: Scene = {
    ...drawing.layout,
    ticks,
    matches,
    found: store.sight.filtered,
    lanes,
    end: view.whole.to,
    height,
    chosen: store.sight.chosen.peek(),
    selected: store.selected.peek(),
    range: drawing.drawn.peek() ?? store.sight.range.peek(),
    colours: readColours(canvas),
    font: getComputedStyle(canvas).font,
  };
  if (context) paint(context, scene);
}

function useSize(drawing: Drawing, scroller: Ref<HTMLElement>): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const measure = () => {
      drawing.size.value = { width: box.clientWidth, height: box.clientHeight };
    };
    const onScroll = () => {
      drawing.top.value = box.scrollTop;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [drawing]);
}
