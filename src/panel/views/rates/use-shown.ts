import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { theme } from '#panel/settings/theme.ts';
import type { Store } from '#panel/store/store.ts';
import { oncePerFrame } from '#panel/views/axis/canvas.ts';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useFenced, useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { bucketsFor, noRates, type Rates, ratesOf } from './rates.ts';
import { Reckoning, type Steps } from './reckoning.ts';
import type { Shown } from './shown.ts';

/** Width of a bucket at least, in CSS px. */
const BUCKET = 3;

/** What the charts show: the axis as it is now, the rates as soon as they are reckoned. */
export function useShown(store: Store, view: TimelineView, drawing: Drawing): ReadonlySignal<Shown> {
  const shown = useSignal(shownNow(store, view, drawing, noRates()));
  const fenced = useFenced();
  const update = useMemo(() => {
    const reckoning = new Reckoning<Rates>(() => performance.now());
    let { session, stale } = { session: store.session.peek(), stale: false };
    const begin = () => {
      stale = false;
      return stepsNow(store, view, drawing);
    };
    const goOn = fenced(() => {
      if (session !== store.session.peek()) reckoning.drop();
      session = store.session.peek();
      const rates = reckoning.advance(begin);
      shown.value = shownNow(store, view, drawing, rates ?? shown.peek().rates);
      if (!rates || stale) draw();
    });
    const draw = oncePerFrame(goOn);
    return () => {
      stale = true;
      draw();
    };
  }, [store, view, drawing]);
  useFencedEffect(() => {
    for (const { value } of [store.revision, store.session, store.sight.chosen, store.selected]) void value;
    for (const { value } of [store.sight.range, theme, view.focus, view.moved]) void value;
    for (const { value } of [drawing.size, drawing.drawn]) void value;
    update();
  });
  return shown;
}

function stepsNow(store: Store, view: TimelineView, drawing: Drawing): Steps<Rates> {
  const lanes = view.index();
  const { width, gutter } = drawing.layout;
  const chosen = store.sight.chosen.peek();
  const { sockets } = lanes.session;
  const wanted = chosen.size === 0 ? sockets : sockets.filter(({ index }) => chosen.has(index));
  return ratesOf(lanes, wanted, bucketsFor(view.span, (width - gutter) / BUCKET));
}

function shownNow(store: Store, view: TimelineView, drawing: Drawing, rates: Rates): Shown {
  const { width, gutter } = drawing.layout;
  const row = store.selected.peek();
  const selected = row === undefined ? undefined : store.session.peek().rows.time(row);
  return {
    rates,
    span: view.span,
    range: drawing.drawn.peek() ?? store.sight.range.peek(),
    selected,
    width,
    gutter,
  };
}
