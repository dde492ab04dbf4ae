import type { Listing, Session } from '#model';
import type { Colours } from '#panel/views/axis/colours.ts';
import { countAll, DIM } from '#panel/views/axis/lanes/matches.ts';
import { type Counted, counted, type Tally } from '#panel/views/axis/lanes/tally.ts';
import { type Layout, perPixel, xOf } from '#panel/views/axis/layout.ts';
import { hatchPauses } from '#panel/views/axis/pauses.ts';
import type { Span } from '#panel/views/axis/span.ts';

/** All that a drawing of the overview depends on. */
export interface OverviewScene {
  readonly tally: Tally;
  /** Of the whole session. */
  readonly layout: Layout;
  /** In CSS px. */
  readonly height: number;
  /** The selected stretch of time. */
  readonly range: Span | undefined;
  /** What passes the filter; absent where there is none. */
  readonly found: Listing | undefined;
  readonly session: Session;
  readonly colours: Colours;
}

type Context = CanvasRenderingContext2D;

/** Draws the whole session in a strip: how much was sent and received when, faults, and what part is selected. */
export function paintOverview(context: Context, scene: OverviewScene): void {
  const { layout, height, range, colours, session } = scene;
  context.clearRect(0, 0, layout.width, height);
  const now = layout.span.to;
  hatchPauses(context, layout, { pauses: session.pauses, now, colour: colours['text-faint'] }, [0, height]);
  paintTraffic(context, scene);
  if (range) {
    context.fillStyle = colours.accent;
    const [from, to] = [xOf(layout, range.from), xOf(layout, range.to)];
    context.fillRect(from, height - 3, Math.max(2, to - from), 3);
  }
}

/** Sent above the middle and received below it, the busiest px as high as there is room. */
function paintTraffic(context: Context, scene: OverviewScene): void {
  const { colours, height } = scene;
  const [sent, received, faulty] = counted.map((kind) => perColumn(scene, kind)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const middle = Math.round(height / 2);
  const most = Math.max(1, ...sent, ...received);
  const reach = (messages: number) =>
    messages === 0 ? 0 : 1 + ((middle - 3) * Math.log1p(messages)) / Math.log1p(most);
  const each = (counts: Uint32Array, colour: string, mark: (x: number, messages: number) => void) => {
    context.fillStyle = colour;
    counts.forEach((messages, x) => {
      if (messages > 0) mark(scene.layout.gutter + x, messages);
    });
  };
  const paintWays = (up: Uint32Array, down: Uint32Array) => {
    each(up, colours.sent, (x, n) => context.fillRect(x, middle - reach(n), 1, reach(n)));
    each(down, colours.received, (x, n) => context.fillRect(x, middle, 1, reach(n)));
  };
  const { found, layout, session } = scene;
  if (found) context.globalAlpha = DIM;
  paintWays(sent, received);
  context.globalAlpha = 1;
  if (found) {
    const { from } = layout.span;
    const matches = countAll(found, session.rows, { from, each: perPixel(layout), columns: sent.length });
    paintWays(matches.sent, matches.received);
  }
  each(faulty, colours.failed, (x) => context.fillRect(x - 1, 0, 3, 3));
}

/** What was counted on each px of the axis. */
function perColumn({ tally, layout }: OverviewScene, kind: Counted): Uint32Array {
  const columns = new Uint32Array(Math.max(1, Math.ceil(layout.width - layout.gutter)));
  const cells = tally.counts[kind];
  for (let i = 0; i < tally.size; i++) {
    const x = Math.floor(xOf(layout, tally.from + i * tally.length) - layout.gutter);
    const column = Math.max(0, Math.min(columns.length - 1, x));
    columns[column] = (columns[column] ?? 0) + (cells[i] ?? 0);
  }
  return columns;
}
