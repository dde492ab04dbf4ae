import { hasFailed, preview, type ReadyState, type SocketRecord } from '#model';
import { LANE, xOf } from '#panel/views/axis/layout.ts';
import { addressOf } from '#panel/views/sockets/address.ts';
import { paintBuffered } from './paint-buffered.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Draws what the ticks of a socket are drawn on: its name, its states as a band, what was buffered. */
export function paintGround(context: Context, scene: Scene, socket: SocketRecord, top: number): void {
  context.fillStyle = scene.colours.line;
  context.fillRect(0, top + LANE - 1, scene.width, 0.5);
  paintName(context, scene, socket, top);
  paintStates(context, scene, socket, top);
  paintBuffered(context, scene, socket, top);
}

/** Where a lane's name begins, in CSS px. */
const NAME = 28;

/** Names as they were last cut to the room for them, in CSS px: measuring text takes longer than drawing it. */
const names = new WeakMap<
  SocketRecord,
  { readonly url: string; readonly room: number; readonly name: string }
>();

function nameOf(context: Context, socket: SocketRecord, room: number): string {
  const { url } = socket;
  const known = names.get(socket);
  if (known?.url === url && known.room === room) return known.name;
  let name = preview(addressOf(socket).path, 60);
  for (let length = name.length; length > 1 && context.measureText(name).width > room; )
    name = preview(addressOf(socket).path, --length);
  names.set(socket, { url, room, name });
  return name;
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
  context.fillText(nameOf(context, socket, gutter - 6 - NAME), NAME, top + LANE / 2);
  context.restore();
}

const stateColour = (socket: SocketRecord) =>
  socket.state === 'closed' && hasFailed(socket) ? 'failed' : socket.state;

function paintStates(context: Context, scene: Scene, socket: SocketRecord, top: number): void {
  const { transitions } = socket;
  const end = Math.min(scene.width, xOf(scene, scene.end));
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
