import { spanText } from '#panel/figures.ts';
import { AXIS, LANE, laneTop, xOf } from '#panel/views/axis/layout.ts';
import { hatchPauses } from '#panel/views/axis/pauses.ts';
import { marks, type Span } from '#panel/views/axis/span.ts';
import { paintLanes } from './paint-lanes.ts';
import { paintNavigations } from './paint-navigations.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Draws the timeline anew: of any number of rows and lanes it looks only at what is in view. */
export function paint(context: Context, scene: Scene): void {
  const { width, height, colours } = scene;
  context.clearRect(0, 0, width, height);
  context.font = scene.font;
  context.textBaseline = 'middle';
  paintGrid(context, scene);
  const { pauses } = scene.lanes.session;
  hatchPauses(context, scene, { pauses, now: scene.end, colour: colours['text-faint'] }, [AXIS, height]);
  paintLanes(context, scene);
  paintNavigations(context, scene);
  if (scene.range) paintRange(context, scene, scene.range);
  paintSelected(context, scene);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, width, AXIS);
  paintLabels(context, scene);
  if (scene.range) paintHandles(context, scene, scene.range);
}

const axisMarks = ({ span, width, gutter, lanes }: Scene) =>
  marks(span, lanes.whole?.from ?? span.from, (width - gutter) / 90);

function paintGrid(context: Context, scene: Scene): void {
  context.fillStyle = scene.colours.line;
  context.globalAlpha = 0.5;
  for (const time of axisMarks(scene).times)
    context.fillRect(Math.round(xOf(scene, time)), AXIS, 1, scene.height - AXIS);
  context.globalAlpha = 1;
}

function paintLabels(context: Context, scene: Scene): void {
  const { colours, width, gutter } = scene;
  const start = scene.lanes.whole?.from ?? scene.span.from;
  context.fillStyle = colours['text-faint'];
  for (const time of axisMarks(scene).times) {
    const x = xOf(scene, time);
    if (x >= gutter && x < width - 20) context.fillText(spanText(time - start), x + 3, AXIS / 2);
  }
  context.fillStyle = colours.line;
  context.fillRect(0, AXIS - 1, width, 1);
}

function paintRange(context: Context, scene: Scene, range: Span): void {
  const [from, to] = [xOf(scene, range.from), xOf(scene, range.to)].map((x) => Math.max(scene.gutter, x));
  if (from === undefined || to === undefined) return;
  context.fillStyle = scene.colours.accent;
  context.globalAlpha = 0.14;
  context.fillRect(from, AXIS, to - from, scene.height);
  context.globalAlpha = 1;
  for (const x of [from, to]) context.fillRect(x, AXIS, 1, scene.height);
}

/** What an edge of the selected stretch is taken hold of by. */
function paintHandles(context: Context, scene: Scene, range: Span): void {
  for (const time of [range.from, range.to]) {
    const x = xOf(scene, time);
    if (x < scene.gutter) continue;
    context.fillStyle = scene.colours.accent;
    context.beginPath();
    context.roundRect(x - 3, 2, 7, AXIS - 3, 2);
    context.fill();
    context.fillStyle = scene.colours.surface;
    context.fillRect(x, 5, 1, AXIS - 9);
  }
}

function paintSelected(context: Context, scene: Scene): void {
  const { selected, lanes, colours } = scene;
  const row = selected === undefined ? undefined : lanes.session.rows.get(selected);
  if (!row) return;
  const x = Math.round(xOf(scene, row.time));
  const position = lanes.slots.of(row.socket.index);
  if (x < scene.gutter) return;
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.5;
  context.fillRect(x, AXIS, 1, scene.height);
  context.globalAlpha = 1;
  if (position >= 0) context.fillRect(x - 1, laneTop(scene, position), 3, LANE);
}
