import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { readColours } from '#panel/views/axis/colours.ts';
import type { Span } from '#panel/views/axis/span.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { say } from '#panel/words.ts';
import type { Chart } from './chart.ts';
import type { Figure } from './figures.ts';
import type { Rates } from './rates.ts';
import type { Shown } from './shown.ts';

interface Props {
  readonly figure: Figure;
  readonly chart: typeof Chart;
  readonly shown: ReadonlySignal<Shown>;
  /** The bucket that is pointed at, in any of the charts. */
  readonly pointed: Signal<number | undefined>;
  readonly onSelect: (range: Span) => void;
}

/** Height of a chart in CSS px. */
const HEIGHT = 42;

/** One chart, with its name and what it says in figures: where the pointer is, otherwise at most. */
export function RateChart({ figure, chart, shown, pointed, onSelect }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<Chart | undefined>(undefined);
  const { gutter } = shown.value;
  const draw = () => {
    const now = shown.peek();
    drawn.current?.show(
      now,
      figure.lines.map((line) => line.values(now.rates)),
    );
  };
  useEffect(() => {
    const target = place.current;
    if (!target) return;
    const { lines, text } = figure;
    const colours = () => readColours(target);
    const onPoint = (bucket: number | undefined) => {
      pointed.value = bucket;
    };
    drawn.current = new chart(target, { lines, text, gutter, height: HEIGHT, colours, onSelect, onPoint });
    draw();
    return () => drawn.current?.destroy();
  }, [figure, gutter]);
  useFencedEffect(() => {
    shown.value;
    draw();
  });
  const said = inFigures(figure, shown.value.rates, pointed.value);
  return (
    <div class="rate">
      <div class="rate-name">
        {say(figure.name)} <span>{said}</span>
      </div>
      <div
        ref={place}
        role="img"
        aria-label={`${say(figure.name)}: ${inFigures(figure, shown.value.rates, undefined)}`}
      />
    </div>
  );
}

function inFigures({ lines, text }: Figure, rates: Rates, bucket: number | undefined): string {
  const read = (values: Float64Array) =>
    bucket === undefined ? values.reduce((most, value) => Math.max(most, value), 0) : (values[bucket] ?? 0);
  const figures = lines.map(({ sign, values }) => `${sign}${text(read(values(rates)))}`).join(' ');
  return bucket === undefined ? say('rateMost', figures) : figures;
}
