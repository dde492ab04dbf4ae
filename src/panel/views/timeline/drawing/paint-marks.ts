import { hasFailed, type RowType, type SocketRecord } from '#model';
import { firstFrom } from '#panel/views/axis/lanes/density.ts';
import type { Lane } from '#panel/views/axis/lanes/lanes.ts';
import { LANE, timeOf, xOf } from '#panel/views/axis/layout.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;
type Shape = (context: Context, x: number, middle: number) => void;

/** How far a mark reaches from the middle of its lane. */
const REACH = LANE / 2 - 2;

const bar =
  (width: number): Shape =>
  (context, x, middle) =>
    context.fillRect(x - width / 2, middle - REACH, width, REACH * 2);

/** A bar with a flag that points where the state leads: up to open, down to closed. */
const flag =
  (up: boolean): Shape =>
  (context, x, middle) => {
    bar(1)(context, x, middle);
    const tip = up ? middle - REACH : middle + REACH;
    context.fill(new Path2D(`M${x} ${tip}h6l-6 ${up ? 5 : -5}z`));
  };

const dots: Shape = (context, x, middle) => {
  for (let y = -REACH; y < REACH; y += 4) context.fillRect(x - 0.5, middle + y, 1, 2);
};

/** What marks a change in a socket's life; errors are triangles, drawn with the faults. */
const shapes: Partial<Record<RowType, Shape>> = {
  construct: dots,
  open: flag(true),
  closing: flag(false),
  close: bar(2),
  unload: bar(2),
  binaryType: dots,
};

/** Draws the changes in a socket's life that are in view; one on a px stands for all there. */
export function paintMarks(
  context: Context,
  scene: Scene,
  socket: SocketRecord,
  { life }: Lane,
  middle: number,
): void {
  const { rows } = scene.lanes.session;
  const end = timeOf(scene, scene.width);
  let last = Number.NEGATIVE_INFINITY;
  for (let i = firstFrom(life, rows, scene.span.from); i < life.length; i++) {
    const row = life.at(i);
    const [type, x] = [rows.type(row), xOf(scene, rows.time(row))];
    if (rows.time(row) > end) break;
    if (x - last < 1 && type !== 'close') continue;
    last = x;
    context.fillStyle = scene.colours[colourOf(type, socket)];
    shapes[type]?.(context, x, middle);
  }
}

function colourOf(type: RowType, socket: SocketRecord) {
  if (type === 'close' || type === 'unload') return hasFailed(socket) ? 'failed' : 'closed';
  const colours = { construct: 'connecting', open: 'open', closing: 'closing' } as const;
  return type in colours ? colours[type as keyof typeof colours] : 'text-faint';
}

/** The code of a socket's close, beside its mark: at its left where there is no room at its right. */
export function paintCode(context: Context, scene: Scene, socket: SocketRecord, middle: number): void {
  const end = socket.transitions.at(-1);
  if (!socket.close || end?.state !== 'closed' || end.time < scene.span.from || end.time > scene.span.to)
    return;
  const text = String(socket.close.code);
  const x = xOf(scene, end.time);
  const { width } = context.measureText(text);
  const left = x + 4 + width > scene.width;
  context.fillStyle = scene.colours[colourOf('close', socket)];
  context.fillText(text, left ? x - 4 - width : x + 4, middle - 5);
}
