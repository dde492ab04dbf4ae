import { preview } from '#model';
import { clockText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';
import { kindOf } from '../messages/describe.ts';
import { addressOf } from '../sockets/address.ts';
import { nearest } from './density.ts';
import type { Lanes } from './lanes.ts';
import { LANE, type Layout, laneTop, perPixel, socketAt, timeOf } from './scene.ts';

/** The message at a point, no further from it than `reach` ms: sent ones are above the middle of a lane. */
export function rowAt(lanes: Lanes, layout: Layout, x: number, y: number, reach: number): number | undefined {
  const socket = socketAt(layout, y);
  if (socket === undefined || socket >= lanes.count) return undefined;
  const { sent, received, faulty } = lanes.lane(socket);
  const upper = y < laneTop(layout, socket) + LANE / 2;
  const { rows } = lanes.session;
  for (const list of upper ? [sent, received, faulty] : [received, sent, faulty]) {
    const row = nearest(list, rows, timeOf(layout, x), reach);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** What is at a point, in words; empty where nothing is. */
export function tell(lanes: Lanes, layout: Layout, x: number, y: number): string {
  const index = socketAt(layout, y);
  const socket = index === undefined ? undefined : lanes.session.sockets[index];
  if (!socket) return '';
  const name = `${socket.index + 1} ${preview(addressOf(socket).path, 60)}`;
  if (x < layout.gutter) return name;
  const time = timeOf(layout, x);
  const row = lanes.session.rows.get(rowAt(lanes, layout, x, y, perPixel(layout) * 4) ?? -1);
  const state = socket.transitions.findLast((transition) => transition.time <= time)?.state;
  const what = row ? `${kindOf(row)} ${preview(row.data, 60)}` : state && say(`state_${state}`);
  return [name, clockText(row?.time ?? time), what].filter(Boolean).join(' · ');
}
