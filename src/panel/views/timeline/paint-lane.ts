import { type Column, preview, type ReadyState, type SocketRecord } from '#model';
import { addressOf } from '../sockets/address.ts';
import { failed } from '../sockets/state-sign.tsx';
import { density } from './density.ts';
import type { Lane } from './lanes.ts';
import { paintBuffered } from './paint-buffered.ts';
import { paintMarks } from './paint-marks.ts';
import { LANE, laneTop, perPixel, type Scene, xOf } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** How far a tick reaches at most from the middle of its lane. */
const REACH = LANE / 2 - 2;

/** Draws one socket: its states as a band, its messages as ticks up (sent) and down (received), what stands out. */
export function paintLane(context: Context, scene: Scene, socket: SocketRecord, position: number): void {
  const top = laneTop(scene, position);
  const lane = scene.lanes.lane(socket.index);
  context.fillStyle = scene.colours.line;
  context.fillRect(0, top + LANE - 1, scene.width, 0.5);
  paintName(context, scene, socket, top);
  context.beginPath();
  context.rect(scene.gutter, top, scene.width - scene.gutter, LANE);
  context.clip();
  paintStates(context, scene, socket, top);
  paintBuffered(context, scene, socket, top);
  paintTicks(context, scene, lane, top + LANE / 2);
  paintMarks(context, scene, socket, lane, top + LANE / 2);
}

function paintName(context: Context, scene: Scene, socket: SocketRecord, top: number): void {
  const { colours, gutter } = scene;
  context.save();
  context.beginPath();
  context.rect(0, top, gutter - 6, LANE);
  context.clip();
  context.fillStyle = colours[stateColour(socket)];
  context.fillRect(0, top + 3, 3, LANE - 7);
  context.fillStyle = colours['text-faint'];
  context.fillText(String(socket.index + 1), 8, top + LANE / 2);
  context.fillStyle = colours.text;
  context.fillText(preview(addressOf(socket).path, 60), 28, top + LANE / 2);
  context.restore();
}

const stateColour = (socket: SocketRecord) =>
  socket.state === 'closed' && failed(socket) ? 'failed' : socket.state;

function paintStates(context: Context, scene: Scene, socket: SocketRecord, top: number): void {
  const { transitions } = socket;
  const end = Math.min(scene.width, xOf(scene, scene.lanes.whole?.to ?? 0));
  transitions.forEach(({ state, time }, i) => {
    const next = transitions[i + 1];
    const from = Math.max(scene.gutter, xOf(scene, time));
    const to = next ? Math.min(scene.width, xOf(scene, next.time)) : end;
    context.fillStyle = context.strokeStyle = scene.colours[state];
    if (to > from) bands[state](context, from, to, top);
  });
}

type Band = (context: Context, from: number, to: number, top: number) => void;

/** Each state has a look of its own, not only a colour: dots, a full band, hatching, a thin line. */
const bands: Readonly<Record<ReadyState, Band>> = {
  connecting(context, from, to, top) {
    for (let x = from; x < to; x += 4) context.fillRect(x, top + LANE / 2 - 1, 2, 2);
  },
  open(context, from, to, top) {
    tint(context, 0.15, () => context.fillRect(from, top + 2, to - from, LANE - 5));
    context.fillRect(from, top + LANE / 2 - 0.5, to - from, 1);
  },
  closing(context, from, to, top) {
    context.save();
    context.beginPath();
    context.rect(from, top + 2, to - from, LANE - 5);
    context.clip();
    context.beginPath();
    for (let x = from - LANE; x < to; x += 5) {
      context.moveTo(x, top + LANE);
      context.lineTo(x + LANE, top);
    }
    context.stroke();
    context.restore();
  },
  closed(context, from, to, top) {
    tint(context, 0.5, () => context.fillRect(from, top + LANE / 2 - 0.5, to - from, 1));
  },
};

function tint(context: Context, alpha: number, draw: () => void): void {
  const before = context.globalAlpha;
  context.globalAlpha = before * alpha;
  draw();
  context.globalAlpha = before;
}

/** Ticks up and down for what was sent and received, diamonds for what a person did, triangles for faults. */
function paintTicks(context: Context, scene: Scene, lane: Lane, middle: number): void {
  const { colours } = scene;
  context.fillStyle = colours.sent;
  eachTick(scene, lane.sent.rows, (x, width, height) => context.fillRect(x, middle - height, width, height));
  context.fillStyle = colours.received;
  eachTick(scene, lane.received.rows, (x, width, height) => context.fillRect(x, middle, width, height));
  context.fillStyle = colours['panel-made'];
  eachTick(scene, lane.byPanel, (x) => context.fill(diamond(x, middle)));
  context.fillStyle = colours.failed;
  eachTick(scene, lane.faulty, (x) => context.fill(triangle(x, middle)));
}

/** Calls `mark` for what is to be drawn of a list: neighbours of one height are one mark, as drawing is what takes time. */
function eachTick(
  scene: Scene,
  list: Column<Uint32Array>,
  mark: (x: number, width: number, height: number) => void,
): void {
  if (list.length === 0) return;
  const each = perPixel(scene);
  // Columns that start at multiples of their width stay the same while the axis moves on: ticks do not flicker.
  const from = Math.floor(scene.span.from / each) * each;
  const columns = Math.ceil(scene.width - scene.gutter) + 1;
  const counts = density(list, scene.lanes.session.rows, from, each, columns);
  let start = 0;
  for (let column = 1; column <= columns; column++) {
    const height = reach(counts[start] ?? 0);
    if (column < columns && reach(counts[column] ?? 0) === height) continue;
    if (height > 0) mark(scene.gutter + start, column - start, height);
    start = column;
  }
}

/** One message is well seen, ten times as many are seen to be more, up to a thousand. */
const reach = (messages: number) =>
  messages === 0 ? 0 : Math.min(REACH, 5 + Math.round(Math.log10(messages) * 2));

const diamond = (x: number, y: number) => new Path2D(`M${x} ${y - 4}l4 4-4 4-4-4z`);
const triangle = (x: number, y: number) => new Path2D(`M${x} ${y - 4}l4 7h-8z`);
