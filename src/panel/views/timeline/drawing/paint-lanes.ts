import type { SocketRecord } from '#model';
import { isSocket } from '#panel/views/axis/lanes/slots.ts';
import { AXIS, LANE, laneTop } from '#panel/views/axis/layout.ts';
import { paintDocument } from './paint-documents.ts';
import { paintGround } from './paint-lane.ts';
import { paintMarks } from './paint-marks.ts';
import { noteTicks, paintSigns } from './paint-ticks.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** A lane that is in view. */
interface Placed {
  readonly socket: SocketRecord;
  readonly top: number;
  /** Sockets that are not shown in the table are faint. */
  readonly alpha: number;
}

/** Draws the lanes that are in view: their grounds, all ticks at once, then what stands out. */
export function paintLanes(context: Context, scene: Scene): void {
  const { gutter, width, height, lanes, ticks } = scene;
  const placed = place(context, scene);
  context.save();
  ticks.begin(width - gutter, height - AXIS);
  for (const { socket, top, alpha } of placed) {
    context.globalAlpha = alpha;
    paintGround(context, scene, socket, top);
    noteTicks(scene, lanes.lane(socket.index), top, alpha);
  }
  context.beginPath();
  context.rect(gutter, AXIS, width - gutter, height);
  context.clip();
  context.globalAlpha = 1;
  ticks.paintOn(context, gutter, AXIS);
  for (const { socket, top, alpha } of placed) {
    const lane = lanes.lane(socket.index);
    context.globalAlpha = alpha;
    paintMarks(context, scene, socket, lane, top + LANE / 2);
    paintSigns(context, scene, lane, top + LANE / 2);
  }
  context.restore();
}

/** Finds the lanes that are in view, and draws the headings among them. */
function place(context: Context, scene: Scene): Placed[] {
  const first = Math.floor(scene.top / LANE);
  const last = Math.ceil((scene.top + scene.height - AXIS) / LANE);
  return scene.lanes.slots.list.slice(first, last).flatMap((slot, i) => {
    const top = laneTop(scene, first + i);
    if (!isSocket(slot)) {
      paintDocument(context, scene, slot, top);
      return [];
    }
    const faded = scene.chosen.size > 0 && !scene.chosen.has(slot.index);
    return [{ socket: slot, top, alpha: faded ? 0.3 : 1 }];
  });
}
