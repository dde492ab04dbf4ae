import { signal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { theme } from '#panel/settings/theme.ts';
import type { Store } from '#panel/store/store.ts';
import type { Span } from '#panel/views/timeline/moves/span.ts';
import type { TimelineView } from '#panel/views/timeline/moves/view.ts';
import { oncePerFrame, sharpContext } from './canvas.ts';
import { readColours } from './colours.ts';
import { paint } from './paint.ts';
import type { Layout, Scene } from './scene.ts';
import { TickLayer } from './tick-layer.ts';

/** Below this width of the timeline there is room for the lanes' numbers only, not for their names, in CSS px. */
const NAMES_FROM = 500;
const NAMES = 150;
const NUMBERS = 28;

type Ref<T> = { readonly current: T | null };

/** The drawing as it stands, and what of it the pointer changes. */
export class Drawing {
  /** The stretch of time that is being drawn up by the pointer. */
  readonly drawn = signal<Span | undefined>(undefined);
  /** Whether the pointer is where it would take hold of an edge of the selected stretch. */
  readonly onEdge = signal(false);
  readonly size = signal({ width: 0, height: 0 });
  readonly top = signal(0);
  readonly ticks = new TickLayer();
  readonly #view: TimelineView;

  constructor(view: TimelineView) {
    this.#view = view;
  }

  get layout(): Layout {
    const { width } = this.size.peek();
    const gutter = width >= NAMES_FROM ? NAMES : NUMBERS;
    return { span: this.#view.span, width, gutter, top: this.top.peek() };
  }
}

/** Draws on the canvas whenever something has changed that is to be seen there, at most once a frame. */
export function useDrawing(
  store: Store,
  view: TimelineView,
  canvas: Ref<HTMLCanvasElement>,
  scroller: Ref<HTMLElement>,
): Drawing {
  const drawing = useMemo(() => new Drawing(view), [view]);
  useSize(drawing, scroller);
  const draw = useMemo(
    () => oncePerFrame(() => drawNow(store, view, canvas, drawing)),
    [store, view, drawing],
  );
  useSignalEffect(() => {
    const { revision, session, selected } = store;
    const { chosen, range } = store.sight;
    for (const { value } of [revision, session, chosen, selected, range, view.focus, theme]) void value;
    for (const { value } of [view.moved, drawing.drawn, drawing.size, drawing.top]) void value;
    draw();
  });
  return drawing;
}

function drawNow(store: Store, view: TimelineView, ref: Ref<HTMLCanvasElement>, drawing: Drawing): void {
  const canvas = ref.current;
  if (!canvas) return;
  const lanes = view.index();
  const { width, height } = drawing.size.peek();
  const context = sharpContext(canvas, width, height);
  const scene: Scene = {
    ...drawing.layout,
    ticks: drawing.ticks,
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
