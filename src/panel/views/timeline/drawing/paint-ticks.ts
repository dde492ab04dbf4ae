import type { Column } from '#model';
import { density } from '#panel/views/axis/lanes/density.ts';
import type { Lane } from '#panel/views/axis/lanes/lanes.ts';
import { type Columns, DIM } from '#panel/views/axis/lanes/matches.ts';
import { AXIS, LANE, type Layout, perPixel } from '#panel/views/axis/layout.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** How far a tick reaches at most from the middle of its lane, in CSS px. */
const REACH = LANE / 2 - 2;

/** Heights of ticks: one message is well seen, ten times as many are seen to be more, up to a thousand. */
const heights = Uint8Array.from({ length: 1000 }, (_, n) =>
  n === 0 ? 0 : Math.min(REACH, 5 + Math.round(Math.log10(n) * 2)),
);

const heightOf = (messages: number) => heights[messages] ?? REACH;

/** Notes the messages of a lane on the layer of ticks: up for sent, down for received, dim what the filter leaves out. */
export function noteTicks(scene: Scene, socket: number, top: number, alpha: number): void {
  const { sent, received } = scene.lanes.lane(socket);
  const found = scene.found && scene.matches.of(socket);
  const all = note(scene, top, found ? alpha * DIM : alpha);
  eachColumn(scene, sent.rows, all.sent);
  eachColumn(scene, received.rows, all.received);
  if (!found) return;
  const some = note(scene, top, alpha);
  eachCount(found.sent, some.sent);
  eachCount(found.received, some.received);
}

/** What notes so many messages in a column, by their way. */
function note({ ticks, colours }: Scene, top: number, alpha: number) {
  const middle = Math.round(top + LANE / 2) - AXIS;
  const [sent, received] = [ticks.pixel(colours.sent, alpha), ticks.pixel(colours.received, alpha)];
  return {
    sent: (x: number, n: number) => ticks.column(x, middle - heightOf(n), heightOf(n), sent),
    received: (x: number, n: number) => ticks.column(x, middle, heightOf(n), received),
  };
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
  const { from, each, columns } = columnsOf(scene);
  eachCount(density(list, scene.lanes.session.rows, from, each, columns), mark);
}

function eachCount(counts: Uint32Array, mark: (x: number, messages: number) => void): void {
  counts.forEach((messages, column) => {
    if (messages > 0) mark(column, messages);
  });
}

/** The columns of the axis. Those that start at multiples of their width stay the same while it moves on: ticks do not flicker. */
export function columnsOf(layout: Layout): Columns {
  const each = perPixel(layout);
  const from = Math.floor(layout.span.from / each) * each;
  return { from, each, columns: Math.ceil(layout.width - layout.gutter) + 1 };
}

const diamond = (x: number, y: number) => new Path2D(`M${x} ${y - 4}l4 4-4 4-4-4z`);
const triangle = (x: number, y: number) => new Path2D(`M${x} ${y - 4}l4 7h-8z`);
