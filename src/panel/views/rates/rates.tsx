import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Store } from '#panel/store.ts';
import { theme } from '#panel/theme.ts';
import { say } from '#panel/words.ts';
import { useLoaded } from '../editor/use-loaded.ts';
import type { Drawing } from '../timeline/use-drawing.ts';
import { useWheel } from '../timeline/use-wheel.ts';
import type { TimelineView } from '../timeline/view.ts';
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
  const shown = useComputed(() => {
    for (const { value } of [store.revision, view.focus, drawing.size, theme]) void value;
    return shownNow(store, view, drawing);
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
  const lanes = view.lanes.value;
  lanes.update();
  const { width, gutter } = drawing.layout;
  const span = view.span;
  const chosen = store.chosen.value;
  const { sockets } = store.session.value;
  const wanted = chosen.size === 0 ? sockets : sockets.filter(({ index }) => chosen.has(index));
  const rates = ratesOf(lanes, wanted, bucketsFor(span, (width - gutter) / BUCKET));
  return { rates, span, range: drawing.drawn.value ?? store.range.value, width, gutter };
}
