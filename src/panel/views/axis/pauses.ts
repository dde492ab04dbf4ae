import type { Pause } from '#model';
import { type Layout, xOf } from './layout.ts';

/** Between the lines of the hatching, in CSS px. */
const GAP = 6;

/** Hatches the times in which no messages were kept, between two heights. @param now the end of one that goes on */
export function hatchPauses(
  context: CanvasRenderingContext2D,
  layout: Layout,
  { pauses, now, colour }: { pauses: readonly Pause[]; now: number; colour: string },
  [top, bottom]: readonly [number, number],
): void {
  context.save();
  context.strokeStyle = context.fillStyle = colour;
  for (const { from, to = now } of pauses) {
    const left = Math.max(layout.gutter, xOf(layout, from));
    const right = Math.min(layout.width, Math.max(xOf(layout, to), left + 2));
    if (right > left) hatch(context, left, right, top, bottom);
  }
  context.restore();
}

function hatch(
  context: CanvasRenderingContext2D,
  left: number,
  right: number,
  top: number,
  bottom: number,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.globalAlpha = 0.08;
  context.fill();
  context.globalAlpha = 0.45;
  context.beginPath();
  // From multiples of the gap on, so that lines stay where they are as the stretch grows.
  for (let x = Math.floor(left / GAP) * GAP; x < right + bottom - top; x += GAP) {
    context.moveTo(x, top);
    context.lineTo(x - (bottom - top), bottom);
  }
  context.stroke();
  context.restore();
}
