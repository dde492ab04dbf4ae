import {
  type Column,
  isMessage,
  isOnWire,
  preview,
  type Row,
  rowPreview,
  type Session,
  type SocketRecord,
} from '#model';
import { clockText, sizeText, spanText } from '#panel/figures.ts';
import { bufferedAt } from '#panel/views/axis/lanes/buffered.ts';
import { firstFrom, nearest } from '#panel/views/axis/lanes/density.ts';
import type { Lane, Lanes } from '#panel/views/axis/lanes/lanes.ts';
import type { Slot } from '#panel/views/axis/lanes/slot.ts';
import { AXIS, LANE, type Layout, laneTop, perPixel, positionAt, timeOf } from '#panel/views/axis/layout.ts';
import { describe, kindOf, signs } from '#panel/views/messages/row/describe.ts';
import { addressOf } from '#panel/views/sockets/address.ts';
import { say, sayCount } from '#panel/words.ts';

/** How far from a mark, in CSS px, one may point and still mean it: at a rare one less than at a message. */
const RARE = 3;
const USUAL = 4;

/** What a quote from the page may be long, in UTF-16 units. */
const QUOTE = 80;

/** The lane at `y`; `undefined` where none is. */
export const slotAt = (lanes: Lanes, layout: Layout, y: number): Slot | undefined =>
  lanes.slots.list[positionAt(layout, y)];

/** The row at a point: what stands out before messages, and sent ones above the middle of a lane. */
export function rowAt(lanes: Lanes, layout: Layout, x: number, y: number): number | undefined {
  const { sockets = [] } = slotAt(lanes, layout, y) ?? {};
  const upper = y < laneTop(layout, positionAt(layout, y)) + LANE / 2;
  const time = timeOf(layout, x);
  const { rows } = lanes.session;
  let found: number | undefined;
  for (const { index } of sockets) {
    const row = rowOf(lanes.lane(index), upper, (list, px) =>
      nearest(list, rows, time, px * perPixel(layout)),
    );
    const isNearer = (other: number) =>
      Math.abs(rows.time(other) - time) < Math.abs(rows.time(found ?? 0) - time);
    if (row !== undefined && (found === undefined || isNearer(row))) found = row;
  }
  return found;
}

type Near = (list: Column<Uint32Array>, reach: number) => number | undefined;

function rowOf(
  { sent, received, faulty, byPanel, life }: Lane,
  upper: boolean,
  near: Near,
): number | undefined {
  const ways = upper ? [sent.rows, received.rows] : [received.rows, sent.rows];
  for (const list of [life, faulty, byPanel, ...ways]) {
    const row = near(list, ways.includes(list) ? USUAL : RARE);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** What is at a point, in lines of words; none where nothing is. */
export function tell(lanes: Lanes, layout: Layout, x: number, y: number): readonly string[] {
  if (y < AXIS) return tellNavigation(lanes, layout, x);
  const row = rowAt(lanes, layout, x, y);
  const slot = slotAt(lanes, layout, y);
  const socket = row === undefined ? slot?.sockets.at(-1) : lanes.session.rows.get(row)?.socket;
  if (!socket) return [];
  const name = `${socket.index + 1} ${preview(addressOf(socket).path, QUOTE)}`;
  return [name, ...tellMoment(lanes, layout, socket, x, y)];
}

function tellMoment(lanes: Lanes, layout: Layout, socket: SocketRecord, x: number, y: number): string[] {
  const row = lanes.session.rows.get(rowAt(lanes, layout, x, y) ?? -1);
  const time = row?.time ?? timeOf(layout, x);
  const step = socket.transitions.findLast((transition) => transition.time <= time);
  const buffered = bufferedAt(socket.buffered, time);
  const lines = [
    `${clockText(time)} · +${spanText(time - (lanes.whole?.from ?? time))}`,
    row && tellRow(row),
    row && tellNeighbours(lanes, layout, row),
    step && say(`state_${step.cause === 'unknown' ? 'unknown' : step.state}`),
    buffered > 0 && say('bufferedThen', sizeText(buffered)),
    isPaused(lanes.session, time) && say('paused'),
  ];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}

const isPaused = ({ pauses }: Session, time: number) =>
  pauses.some(({ from, to = Infinity }) => time >= from && time <= to);

const tellRow = (row: Row): string =>
  isMessage(row.type)
    ? `${signs[row.type]} ${kindOf(row)} ${sizeText(row.size)} ${rowPreview(row, QUOTE)}`
    : `${signs[row.type]} ${describe(row, QUOTE)}`;

/** How many messages of the same kind the px of a row stands for, where that is more than it. */
function tellNeighbours(lanes: Lanes, layout: Layout, row: Row): string {
  const lane = lanes.lane(row.socket.index);
  const list = (row.type === 'send' ? lane.sent : lane.received).rows;
  const each = perPixel(layout);
  const { rows } = lanes.session;
  const [from, to] = [-0.5, 0.5].map((part) => firstFrom(list, rows, row.time + part * each));
  const messages = (to ?? 0) - (from ?? 0);
  return isOnWire(row) && messages > 1 ? sayCount('messagesHere', messages) : '';
}

function tellNavigation(lanes: Lanes, layout: Layout, x: number): readonly string[] {
  const reach = USUAL * perPixel(layout);
  const time = timeOf(layout, x);
  const left = lanes.session.documents.filter(
    ({ gone }) => gone !== undefined && Math.abs(gone - time) <= reach,
  );
  return left.slice(0, 4).map(({ url }) => say('documentGone', preview(url, QUOTE * 2)));
}
