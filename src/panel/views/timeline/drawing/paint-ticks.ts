import type { Column } from '#model';
import { density } from '#panel/views/axis/lanes/density.ts';
import type { Lane } from '#panel/views/axis/lanes/lanes.ts';
import { AXIS, LANE, perPixel } from '#panel/views/axis/layout.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** How far a tick reaches at most from the middle of its lane, in CSS px. */
const REACH = LANE / 2 - 2;

/** Heights of ticks: one message is well seen, ten times as many are seen to be more, up to a thousand. */
const heights = Uint8Array.from({ length: 1000 }, (_, n) =>
  n === 0 ? 0 : Math.min(REACH, 5 + Math.round(Math.log10(n) * 2)),
);

const heightOf = (messages: number) => heights[messages] ?? REACH;

/** Notes the messages of a lane on the layer of ticks: up for sent, down for received. */
export function noteTicks(scene: Scene, lane: Lane, top: number, alpha: number): void {
  const { ticks, colours } = scene;
  const middle = Math.round(top + LANE / 2) - AXIS;
  const [sent, received] = [ticks.pixel(colours.sent, alpha), ticks.pixel(colours.received, alpha)];
  eachColumn(scene, lane.sent.rows, (x, n) => ticks.column(x, middle - heightOf(n), heightOf(n), sent));
  eachColumn(scene, lane.received.rows, (x, n) => ticks.column(x, middle, heightOf(n), received));
}

/** Draws what stands out among the messages of a lane: diamonds for what a person did, triangles for faults. */
export function paintSigns(context: Context, scene: Scene, { byPanel, faulty }: Lane, middle: number): void {
  const { colours, gutter } = scene;
  context.fillStyle = colours['panel-made'];
  eachColumn(scene, byPanel, (x) => context.fill(diamond(gutter + x, middle)));
  context.fillStyle = colours.failed;
  eachColumn(scene, faulty, (x) => context.fill(triangle(gutter + x, middle)));
}

/** Calls `mark` for every px of the axis on which rows of the list fall, with how many. */
function eachColumn(
  scene: Scene,
  list: Column<Uint32Array>,
  mark: (x: number, messages: number) => void,
): void {
  if (list.length === 0) return;
  const each = perPixel(scene);
  // Columns that start at multiples of their width stay the same while the axis moves on: ticks do not flicker.
  const from = Math.floor(scene.span.from / each) * each;
  const columns = Math.ceil(scene.width - scene.gutter) + 1;
  density(list, scene.lanes.session.rows, from, each, columns).forEach((messages, column) => {
    if (messages > 0) mark(column, messages);
  });
}

const diamond = (x: number, y: number) => new Path2D(`M${x} ${y - 4}l4 4-4 4-4-4z`);
const triangle = (x: number, y: number) => new Path2D(`M${x} ${y - 4}l4 7h-8z`);
