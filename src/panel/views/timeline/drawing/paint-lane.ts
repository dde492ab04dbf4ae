import type { ReadyState, SocketRecord } from '#model';
import { LANE, xOf } from '#panel/views/axis/layout.ts';
import { paintBuffered } from './paint-buffered.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Draws what the ticks of a socket are drawn on: its states as a band, and what was buffered. */
export function paintGround(context: Context, scene: Scene, socket: SocketRecord, top: number): void {
  paintStates(context, scene, socket, top);
  paintBuffered(context, scene, socket, top);
}

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
