import type { SocketRecord } from '#model';
import { AXIS, LANE, laneTop } from '#panel/views/axis/layout.ts';
import { paintGround } from './paint-lane.ts';
import { paintCode, paintMarks } from './paint-marks.ts';
import { columnsOf, noteTicks, paintSigns } from './paint-ticks.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** A lane that is in view. */
interface Placed {
  readonly socket: SocketRecord;
  readonly top: number;
  /** Sockets that are not shown in the table are faint. */
  readonly alpha: number;
  /** Whether it shares its lane, where words of one would lie on those of another. */
  readonly crowded: boolean;
}

/** Draws the lanes that are in view: their grounds, all ticks at once, then what stands out. */
export function paintLanes(context: Context, scene: Scene): void {
  const { gutter, width, height, lanes, ticks, found, matches } = scene;
  const placed = place(context, scene);
  const drawn = placed.map(({ socket }) => socket.index);
  if (found) matches.count(found, lanes.session.rows, columnsOf(scene), drawn);
  context.save();
  context.beginPath();
  context.rect(gutter, AXIS, width - gutter, height);
  context.clip();
  ticks.begin(width - gutter, height - AXIS);
  for (const { socket, top, alpha } of placed) {
    context.globalAlpha = alpha;
    paintGround(context, scene, socket, top);
    noteTicks(scene, socket.index, top, alpha);
  }
  context.globalAlpha = 1;
  ticks.paintOn(context, gutter, AXIS);
  for (const { socket, top, alpha, crowded } of placed) {
    const lane = lanes.lane(socket.index);
    context.globalAlpha = alpha;
    paintMarks(context, scene, socket, lane, top + LANE / 2);
    if (!crowded) paintCode(context, scene, socket, top + LANE / 2);
    paintSigns(context, scene, lane, top + LANE / 2);
  }
  context.restore();
}

/** Finds the sockets whose lanes are in view, and draws a line below each lane. One that is open shows nothing itself. */
function place(context: Context, scene: Scene): Placed[] {
  const first = Math.floor(scene.top / LANE);
  const last = Math.ceil((scene.top + scene.height - AXIS) / LANE);
  return scene.lanes.slots.list.slice(first, last).flatMap(({ sockets, open }, i) => {
    const top = laneTop(scene, first + i);
    context.fillStyle = scene.colours.line;
    context.fillRect(0, top + LANE - 1, scene.width, 0.5);
    if (open) return [];
    const seen = inView(scene, sockets);
    const crowded = seen.length > 1;
    return seen.map((socket) => ({ socket, top, alpha: isFaint(scene, socket) ? 0.3 : 1, crowded }));
  });
}

const isFaint = ({ chosen }: Scene, { index }: SocketRecord) => chosen.size > 0 && !chosen.has(index);

/** Those of the sockets of a lane that were there in the time that is in view: of thousands of attempts there are few. */
function inView({ span }: Scene, sockets: readonly SocketRecord[]): readonly SocketRecord[] {
  if (sockets.length === 1) return sockets;
  return sockets.filter(({ created, transitions }) => {
    const last = transitions.at(-1);
    return created <= span.to && (last?.state !== 'closed' || last.time >= span.from);
  });
}
