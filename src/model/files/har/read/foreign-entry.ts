import type { NewRow } from '../../../session/rows.ts';
import type { Session } from '../../../session/session.ts';
import { enter } from '../../../session/socket.ts';
import { readEnding } from './ending.ts';
import type { Field } from './field.ts';
import { readHandshake } from './handshake.ts';
import { readMessage } from './message.ts';
import { type EntryRows, newSocketIn, type SourceEntry } from './source.ts';
import type { EntryTimes } from './times/entry-times.ts';

/**
 * Reads an entry that another program wrote. Chrome, HTTP Toolkit, Playwright, mitmproxy and chrome-har-capturer
 * agree on the shape of a message and on little else.
 */
export function readForeignEntry(
  session: Session,
  { entry, document, messages }: SourceEntry,
  { created, lasted, times, isPlaced }: EntryTimes,
): EntryRows {
  const socket = newSocketIn(session, document, session.sockets.length + 1, created);
  readHandshake(socket, entry);
  const before: NewRow[] = [{ type: 'construct', time: created, socket, data: socket.url }];
  enter(socket, 'connecting', created, 'import');
  if (socket.handshake?.status === 101 || messages.traffic > 0) {
    before.push({ type: 'open', time: created, socket, data: socket.protocol });
    enter(socket, 'open', created, 'import');
  }
  if (socket.state === 'open' && hasNoList(entry)) entry.remark('noMessages');
  const timeOf = (index: number) => times[index] ?? created;
  const last = times.reduce((latest, time) => Math.max(latest, time), created);
  const after = readEnding(socket, { entry, messages, last, timeOf, lasted });
  return {
    before: before.map((row) => ({ order: created, row })),
    messages,
    orders: () => ordersOf(times, created),
    read: (message, index) =>
      readMessage(message, socket, { time: timeOf(index), isPlaced: isPlaced(index) }),
    after: after.map((row) => ({ order: Math.max(last, row.time), row })),
  };
}

/** Some programs write none, and some into another file. */
const hasNoList = (entry: Field) =>
  entry.at('_webSocketMessages').value === undefined &&
  entry.at('response').at('content').at('_file').value === undefined;

/** By the time of a message among those of other sockets, but never against the order that the file gives them. */
function* ordersOf(times: Float64Array, created: number): Iterable<number> {
  let order = created;
  for (const time of times) {
    if (time > order) order = time;
    yield order;
  }
}
