import uPlot from 'uplot';
import type { Colours } from '#panel/views/axis/colours.ts';
import type { Span } from '#panel/views/axis/span.ts';
import type { Shown } from './shown.ts';

/** A line of a chart: the colour that it has in the theme, and its dashes where it is not drawn through, in px. */
export interface Line {
  readonly colour: keyof Colours;
  readonly dash?: number[];
}

interface Options {
  readonly lines: readonly Line[];
  /** A value as a person reads it. */
  readonly text: (value: number) => string;
  /** Width of the lanes' names, in CSS px: the chart begins where the axis of the lanes does. */
  readonly gutter: number;
  readonly height: number;
  readonly colours: () => Colours;
  /** A stretch of time was dragged over. */
  readonly onSelect: (range: Span) => void;
  /** The pointer is on the bucket at that position; on none where it is `undefined`. */
  readonly onPoint: (bucket: number | undefined) => void;
}

/** Below this width of the gutter there is no room for figures in it, in CSS px. */
const FIGURES = 80;

/** A chart of rates that has the axis of the lanes and none of its own. */
export class Chart {
  readonly #plot: uPlot;
  #span: Span = { from: 0, to: 1 };
  #range: Span | undefined;
  #selected: number | undefined;

  constructor(place: HTMLElement, options: Options) {
    const { gutter, height, lines, colours, text } = options;
    const figures = gutter >= FIGURES;
    const faint = () => colours()['text-faint'];
    this.#plot = new uPlot(
      {
        width: place.clientWidth,
        height,
        padding: [3, 0, 1, figures ? 0 : gutter],
        legend: { show: false },
        cursor: { y: false, sync: { key: 'rates' }, drag: { setScale: false }, points: { show: false } },
        scales: {
          x: { time: false, range: () => [this.#span.from, this.#span.to] },
          y: { range: (_, __, most) => [0, Math.max(1, most)] },
        },
        axes: [
          { show: false },
          {
            show: figures,
            size: gutter,
            font: '10px system-ui, sans-serif',
            space: 18,
            stroke: faint,
            grid: { stroke: () => colours().line, width: 0.5 },
            ticks: { show: false },
            values: (plot, values) => values.map((value) => (hasRoom(plot, value) ? text(value) : '')),
          },
        ],
        series: [{}, ...lines.map((line) => lineOf(line, colours))],
        hooks: {
          setSelect: [(plot) => select(plot, options)],
          setCursor: [(plot) => point(plot, options)],
          drawClear: [(plot) => shade(plot, this.#range, colours().accent)],
          draw: [(plot) => mark(plot, this.#selected, colours().accent)],
        },
      },
      [[], ...lines.map(() => [])],
      place,
    );
  }

  /** Shows a value for each bucket of the rates, a list for each line. */
  show({ span, range, selected, width, rates }: Shown, values: readonly Float64Array[]): void {
    this.#span = span;
    this.#range = range;
    this.#selected = selected;
    if (this.#plot.width !== width) this.#plot.setSize({ width, height: this.#plot.height });
    this.#plot.setData([rates.times, ...values] as uPlot.AlignedData);
  }

  destroy(): void {
    this.#plot.destroy();
  }
}

/** Height that a figure of the axis takes above and below its line, in CSS px. */
const FIGURE = 5;

/** Whether there is room for a figure at the height of a value: not at the foot of a chart, which is 0, nor at its top. */
const hasRoom = (plot: uPlot, value: number): boolean => value !== 0 && plot.valToPos(value, 'y') >= FIGURE;

const stepped = uPlot.paths.stepped?.({ align: 1 });

const lineOf = ({ colour, dash }: Line, colours: () => Colours): uPlot.Series => ({
  stroke: () => colours()[colour],
  ...(dash && { dash }),
  width: 1,
  points: { show: false },
  ...(stepped && { paths: stepped }),
});

function select(plot: uPlot, { onSelect }: Options): void {
  const { left, width } = plot.select;
  if (width === 0) return;
  onSelect({ from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') });
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}

/** Shows the selected stretch of time as the lanes do. */
function shade(plot: uPlot, range: Span | undefined, colour: string): void {
  if (!range) return;
  const { left, top, width, height } = plot.bbox;
  const [from, to] = [range.from, range.to].map((time) =>
    Math.max(left, Math.min(left + width, plot.valToPos(time, 'x', true))),
  ) as [number, number];
  plot.ctx.save();
  plot.ctx.globalAlpha = 0.14;
  plot.ctx.fillStyle = colour;
  plot.ctx.fillRect(from, top, to - from, height);
  plot.ctx.restore();
}

/** Marks the moment of the selected row as the lanes do. */
function mark({ bbox, ctx, valToPos }: uPlot, time: number | undefined, colour: string): void {
  if (time === undefined) return;
  const { left, top, width, height } = bbox;
  const x = valToPos(time, 'x', true);
  if (x < left || x > left + width) return;
  ctx.fillStyle = colour;
  ctx.fillRect(Math.round(x), top, Math.ceil(uPlot.pxRatio), height);
}

const point = ({ cursor }: uPlot, { onPoint }: Options): void => onPoint(cursor.idx ?? undefined);
