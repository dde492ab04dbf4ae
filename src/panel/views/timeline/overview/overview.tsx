import { useMemo, useRef } from 'preact/hooks';
import { theme } from '#panel/settings/theme.ts';
import type { Store } from '#panel/store/store.ts';
import { oncePerFrame, sharpContext } from '#panel/views/axis/canvas.ts';
import { readColours } from '#panel/views/axis/colours.ts';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { type Layout, perPixel, timeOf } from '#panel/views/axis/layout.ts';
import { useFiltered } from '#panel/views/axis/use-filtered.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { say } from '#panel/words.ts';
import { OverviewWindow } from './overview-window.tsx';
import { paintOverview } from './paint-overview.ts';
import { dragTo, type Hold, holdAt } from './window.ts';
import './overview.css';
import { useFenced, useFencedEffect } from '#panel/views/fence/use-fenced.ts';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
  readonly drawing: Drawing;
}

/** Height of the strip in CSS px. */
const HEIGHT = 26;

/** How near to an end of the window a press takes hold of it, and how long a window is at least, in CSS px. */
const REACH = 5;
const LEAST = 3;

/** The whole session in a strip, with a window for what the lanes show; the keys of the lanes move it too. */
export function Overview({ store, view, drawing }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hold = useRef<Hold | undefined>(undefined);
  drawing.size.value;
  const layout = () => wholeLayout(view, drawing);
  const fenced = useFenced();
  const draw = useMemo(
    () => oncePerFrame(fenced(() => canvas.current && drawOn(canvas.current, { store, view, drawing }))),
    [store, view, drawing],
  );
  useFencedEffect(() => {
    for (const { value } of [store.revision, store.session, store.sight.range, theme]) void value;
    for (const { value } of [view.moved, drawing.drawn, drawing.size]) void value;
    draw();
  });
  useFiltered(store, draw);
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const now = layout();
    const x = xIn(event);
    const time = timeOf(now, Math.max(now.gutter, Math.min(now.width, x)));
    if (hold.current) view.show(dragTo(hold.current, time, LEAST * perPixel(now)));
  };
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const now = layout();
    const x = xIn(event);
    if (event.button !== 0 || x < now.gutter) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.current = holdAt(view.span, now.span, timeOf(now, x), REACH * perPixel(now));
  };
  const letGo = () => {
    hold.current = undefined;
  };
  return (
    <div
      class="overview"
      role="group"
      aria-label={say('overview')}
      onPointerDown={onPointerDown}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDblClick={() => view.showAll()}
    >
      <canvas ref={canvas} class="overview-canvas" />
      <OverviewWindow store={store} view={view} layout={layout} />
    </div>
  );
}

/** Where in the strip the pointer is, in CSS px. */
const xIn = ({ clientX, currentTarget }: PointerEvent & { currentTarget: HTMLElement }) =>
  clientX - currentTarget.getBoundingClientRect().left;

/** The axis of the strip: all of the session, between the same ends as the lanes'. */
const wholeLayout = (view: TimelineView, drawing: Drawing): Layout => ({
  ...drawing.layout,
  span: view.all,
  top: 0,
});

function drawOn(canvas: HTMLCanvasElement, { store, view, drawing }: Props): void {
  const layout = wholeLayout(view, drawing);
  const context = sharpContext(canvas, layout.width, HEIGHT);
  const { tally, session } = view.index();
  if (!context) return;
  paintOverview(context, {
    tally,
    layout,
    height: HEIGHT,
    range: drawing.drawn.peek() ?? store.sight.range.peek(),
    found: store.sight.filtered,
    session,
    colours: readColours(canvas),
  });
}
