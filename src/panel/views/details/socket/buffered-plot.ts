import uPlot from 'uplot';
import { sizeText, spanText } from '#panel/figures.ts';
import type { Colours } from '#panel/views/axis/colours.ts';
import { marks } from '#panel/views/axis/span.ts';
import type { Steps } from './buffered.ts';
import 'uplot/dist/uPlot.min.css';

interface Options {
  /** Where the time axis begins, in ms since the epoch. */
  readonly start: number;
  readonly colours: () => Colours;
  /** The pointer is on the step at that position; on none where it is `undefined`. */
  readonly onPoint: (step: number | undefined) => void;
}

/** In CSS px. */
const HEIGHT = 110;
const GUTTER = 58;

/** Room that a figure on the time axis needs, in CSS px. */
const FIGURE = 70;

const FONT = '10px system-ui, sans-serif';

const stepped = uPlot.paths.stepped?.({ align: 1 });

/** A chart of `bufferedAmount` over the life of a socket. */
export class BufferedPlot {
  readonly #plot: uPlot;

  constructor(place: HTMLElement, { start, colours, onPoint }: Options) {
    const axis = {
      font: FONT,
      stroke: () => colours()['text-faint'],
      grid: { stroke: () => colours().line, width: 0.5 },
      ticks: { show: false },
    };
    this.#plot = new uPlot(
      {
        width: place.clientWidth,
        height: HEIGHT,
        padding: [8, 8, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
        scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(1, most)] } },
        axes: [
          {
            ...axis,
            size: 20,
            splits: ({ width }, _, from, to) => marks({ from, to }, start, (width - GUTTER) / FIGURE).times,
            values: (_, times) => times.map((time) => spanText(time - start)),
          },
          { ...axis, size: GUTTER, space: 24, values: (_, amounts) => amounts.map(sizeText) },
        ],
        series: [
          {},
          {
            stroke: () => colours().closing,
            fill: () => `color-mix(in srgb, ${colours().closing} 20%, transparent)`,
            points: { show: false },
            ...(stepped && { paths: stepped }),
          },
        ],
        hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)] },
      },
      [[], []],
      place,
    );
  }

  /** Draws anew, in the colours of the theme. */
  show(steps: Steps, width: number): void {
    if (this.#plot.width !== width) this.#plot.setSize({ width, height: HEIGHT });
    this.#plot.setData(steps);
  }

  destroy(): void {
    this.#plot.destroy();
  }
}
