import { useSignal, useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Store } from '#panel/store.ts';
import { theme } from '#panel/theme.ts';
import { say } from '#panel/words.ts';
import { useLoaded } from '../editor/use-loaded.ts';
import { oncePerFrame } from '../timeline/drawing/canvas.ts';
import type { Drawing } from '../timeline/drawing/use-drawing.ts';
import { useWheel } from '../timeline/moves/use-wheel.ts';
import type { TimelineView } from '../timeline/moves/view.ts';
import { figures } from './figures.ts';
import { RateChart } from './rate-chart.tsx';
import { bucketsFor, ratesOf } from './rates.ts';
import type { Shown } from './shown.ts';
import 'uplot/dist/uPlot.min.css';
import './rates.css';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
  readonly drawing: Drawing;
}

/** Width of a bucket at least, in CSS px. */
const BUCKET = 3;

const loadChart = () => import('./chart.ts');

/** What goes over the sockets that are shown, as charts above the lanes and on their axis. */
export function Rates({ store, view, drawing }: Props) {
  const chart = useLoaded(loadChart)?.Chart;
  const place = useRef<HTMLDivElement>(null);
  const pointed = useSignal<number | undefined>(undefined);
  useWheel(view, place, drawing);
  const shown = useSignal(shownNow(store, view, drawing));
  const update = useMemo(
    () =>
      oncePerFrame(() => {
        shown.value = shownNow(store, view, drawing);
      }),
    [store, view, drawing],
  );
  useSignalEffect(() => {
    for (const { value } of [store.revision, store.session, store.chosen, store.selected, store.range, theme])
      void value;
    for (const { value } of [view.focus, view.indexed, drawing.size, drawing.drawn]) void value;
    update();
  });
  return (
    <div ref={place} class="rates" role="group" aria-label={say('rates')}>
      {chart &&
        figures.map((figure) => (
          <RateChart
            key={figure.name}
            {...{ figure, chart, shown, pointed }}
            onSelect={(range) => view.select(range)}
          />
        ))}
    </div>
  );
}

function shownNow(store: Store, view: TimelineView, drawing: Drawing): Shown {
  const lanes = view.index();
  const { width, gutter } = drawing.layout;
  const span = view.span;
  const chosen = store.chosen.peek();
  const { sockets } = lanes.session;
  const wanted = chosen.size === 0 ? sockets : sockets.filter(({ index }) => chosen.has(index));
  const rates = ratesOf(lanes, wanted, bucketsFor(span, (width - gutter) / BUCKET));
  const row = store.selected.peek();
  const selected = row === undefined ? undefined : lanes.session.rows.time(row);
  return { rates, span, range: drawing.drawn.peek() ?? store.range.peek(), selected, width, gutter };
}
