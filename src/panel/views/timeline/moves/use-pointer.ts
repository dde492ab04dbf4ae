import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { timeOf } from '#panel/views/axis/layout.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { rowAt, tell } from '#panel/views/timeline/tip/point.ts';
import type { TipContent } from '#panel/views/timeline/tip/tip.tsx';
import { edgeAt, type Grip, stretch } from './grip.ts';
import { Pinch, type Pinched } from './pinch.ts';

/** From how many px on a press with movement is a drag and no click. */
const DRAG = 4;

interface Press extends Grip {
  readonly x: number;
  readonly y: number;
  readonly pans: boolean;
  dragged: boolean;
  /** Where the pointer last was. */
  last: number;
}

/**
 * The pointer: a click selects a message, a drag a stretch of time, whose edges can be dragged again; with Shift or
 * the middle button it pans. A double click zooms in, with Shift out; two fingers zoom and pan.
 */
export function usePointer(
  store: Store,
  view: TimelineView,
  canvas: { readonly current: HTMLCanvasElement | null },
  drawing: Drawing,
  tip: Signal<TipContent | undefined>,
): void {
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    const pointer = new Pointer(store, view, drawing, tip);
    const stop = new AbortController();
    const on = <T extends keyof HTMLElementEventMap>(type: T, act: (event: HTMLElementEventMap[T]) => void) =>
      target.addEventListener(type, act, { signal: stop.signal });
    on('pointerdown', (event) => {
      target.setPointerCapture(event.pointerId);
      pointer.press(event);
    });
    on('pointermove', (event) => pointer.move(event));
    on('pointerup', (event) => pointer.release(event));
    on('pointercancel', (event) => pointer.cancel(event));
    on('pointerleave', () => pointer.leave());
    on('dblclick', ({ offsetX, shiftKey }) => pointer.zoom(offsetX, shiftKey));
    return () => stop.abort();
  }, [store, view, drawing]);
}

class Pointer {
  readonly #store: Store;
  readonly #view: TimelineView;
  readonly #drawing: Drawing;
  readonly #tip: Signal<TipContent | undefined>;
  readonly #pinch = new Pinch();
  #press: Press | undefined;

  constructor(store: Store, view: TimelineView, drawing: Drawing, tip: Signal<TipContent | undefined>) {
    this.#store = store;
    this.#view = view;
    this.#drawing = drawing;
    this.#tip = tip;
  }

  press(event: PointerEvent): void {
    const { offsetX: x, offsetY: y, button, shiftKey } = event;
    this.#pinch.press(event);
    if (this.#pinch.on) this.#letGo();
    if (this.#pinch.on || button > 1) return;
    this.#tip.value = undefined;
    const { layout } = this.#drawing;
    const edge = edgeAt(layout, this.#store.sight.range.peek(), x);
    const { still } = edge ?? { still: timeOf(layout, Math.max(layout.gutter, x)) };
    this.#press = { x, y, still, pans: shiftKey || button === 1, dragged: false, last: x };
  }

  move(event: PointerEvent): void {
    const pinched = this.#pinch.move(event);
    if (pinched) this.#spread(pinched);
    else if (this.#press) this.#drag(this.#press, event.offsetX);
    else this.#hover(event);
  }

  release(event: PointerEvent): void {
    const { offsetX: x, offsetY: y } = event;
    const press = this.#press;
    this.cancel(event);
    if (!press) return;
    if (!press.dragged) this.#click(x, y);
    else if (!press.pans) this.#view.select(stretch(this.#drawing.layout, press, x));
  }

  cancel(event: PointerEvent): void {
    this.#pinch.release(event);
    this.#letGo();
  }

  leave(): void {
    this.#tip.value = undefined;
  }

  zoom(x: number, out: boolean): void {
    const { layout } = this.#drawing;
    if (x >= layout.gutter) this.#view.zoom(out ? 0.5 : 2, timeOf(layout, x));
  }

  #spread({ factor, around, by }: Pinched): void {
    const { width, gutter } = this.#drawing.layout;
    this.#view.pan(by / (width - gutter));
    this.#view.zoom(factor, timeOf(this.#drawing.layout, around));
  }

  #drag(press: Press, x: number): void {
    const { layout } = this.#drawing;
    press.dragged ||= Math.abs(x - press.x) >= DRAG;
    if (!press.dragged) return;
    if (press.pans) this.#view.pan((press.last - x) / (layout.width - layout.gutter));
    else this.#drawing.drawn.value = stretch(layout, press, x);
    press.last = x;
  }

  #hover({ offsetX: x, offsetY: y, clientX, clientY }: PointerEvent): void {
    const { layout } = this.#drawing;
    const lines = tell(this.#view.lanes.peek(), layout, x, y);
    this.#tip.value = lines.length > 0 ? { x: clientX, y: clientY, lines } : undefined;
    this.#drawing.onEdge.value = edgeAt(layout, this.#store.sight.range.peek(), x) !== undefined;
  }

  #letGo(): void {
    this.#press = undefined;
    this.#drawing.drawn.value = undefined;
  }

  /** A click selects the message that is nearest. */
  #click(x: number, y: number): void {
    const row = rowAt(this.#view.lanes.peek(), this.#drawing.layout, x, y);
    if (row !== undefined) this.#store.select(row);
  }
}
