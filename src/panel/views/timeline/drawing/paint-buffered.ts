import type { SocketRecord } from '#model';
import { sampleFrom } from '#panel/views/axis/lanes/buffered.ts';
import { LANE, timeOf, xOf } from '#panel/views/axis/layout.ts';
import type { Scene } from './scene.ts';

/** Height of the band at most, in CSS px. */
const HIGHEST = 9;

/** Draws a band along the foot of a lane where something was buffered: each px of it is ten times as many bytes. */
export function paintBuffered(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { buffered }: SocketRecord,
  top: number,
): void {
  if (buffered.length === 0) return;
  context.save();
  context.fillStyle = scene.colours.closing;
  context.globalAlpha *= 0.6;
  const end = timeOf(scene, scene.width);
  let filled = scene.gutter;
  for (let i = Math.max(0, sampleFrom(buffered, scene.span.from) - 1); i < buffered.length; i++) {
    const sample = buffered[i];
    if (!sample || sample.time > end) break;
    const from = Math.max(filled, xOf(scene, sample.time));
    const to = xOf(scene, buffered[i + 1]?.time ?? scene.end);
    // Where samples are closer than px, the first of each px stands for them.
    if (sample.amount === 0 || to < from) continue;
    const height = Math.min(HIGHEST, 1 + Math.log10(sample.amount));
    context.fillRect(from, top + LANE - 2 - height, Math.max(1, to - from), height);
    filled = Math.max(to, from + 1);
  }
  context.restore();
}
