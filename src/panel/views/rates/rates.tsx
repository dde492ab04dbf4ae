import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import type { Drawing } from '#panel/views/axis/drawing.ts';
import { useWheel } from '#panel/views/axis/use-wheel.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useLoaded } from '#panel/views/editor/use-loaded.ts';
import { say } from '#panel/words.ts';
import { figures } from './figures.ts';
import { RateChart } from './rate-chart.tsx';
import { useShown } from './use-shown.ts';
import 'uplot/dist/uPlot.min.css';
import './rates.css';

interface Props {
  readonly store: Store;
  readonly view: TimelineView;
  readonly drawing: Drawing;
}

const loadChart = () => import('./chart.ts');

/** What goes over the sockets that are shown, as charts above the lanes and on their axis. */
export function Rates({ store, view, drawing }: Props) {
  const chart = useLoaded(loadChart)?.Chart;
  const place = useRef<HTMLDivElement>(null);
  const pointed = useSignal<number | undefined>(undefined);
  useWheel(view, place, drawing);
  const shown = useShown(store, view, drawing);
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
