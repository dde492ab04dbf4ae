import { closeText } from '../../session/fold.ts';
import type { NewRow } from '../../session/rows.ts';
import type { Session } from '../../session/session.ts';
import { type Close, enter, type SocketRecord } from '../../session/socket.ts';
import { clockOf, fromEpoch } from '../time.ts';
import { HarError } from './error.ts';
import type { Field } from './field.ts';
import { readMessage } from './message.ts';
import type { Messages } from './messages.ts';
import { type EntryRows, newSocketIn, type SourceEntry } from './source.ts';

/**
 * Reads an entry that another program wrote. Chrome, HTTP Toolkit, Playwright, mitmproxy and chrome-har-capturer
 * agree on the shape of a message and on little else.
 */
export function readForeignEntry(session: Session, { entry, document, messages }: SourceEntry): EntryRows {
  refuseAttached(entry);
  const created = entry.at('startedDateTime').date();
  const socket = newSocketIn(session, document, session.sockets.length + 1, created);
  readHandshake(socket, entry);
  const before: NewRow[] = [{ type: 'construct', time: created, socket, data: socket.url }];
  enter(socket, 'connecting', created, 'import');
  if (entry.at('response').at('status').value === 101 || messages.length > 0) {
    before.push({ type: 'open', time: created, socket, data: socket.protocol });
    enter(socket, 'open', created, 'import');
  }
  const clock = clockOf(created, durationOf(entry), messages.length > 0 ? messages.time(0) : 0);
  const orders = () => ordersOf(messages, clock, created);
  let last = created;
  for (const order of orders()) last = order;
  return {
    before: before.map((row) => ({ order: created, row })),
    messages,
    orders,
    read: (message) => readMessage(message, socket, clock),
    after: readEnd(socket, entry, last).map((row) => ({ order: Math.max(last, row.time), row })),
  };
}

/** Some put the messages into another file. */
function refuseAttached(entry: Field): void {
  const attached = entry.at('response').at('content').at('_file');
  if (!Array.isArray(entry.at('_webSocketMessages').value) && typeof attached.value === 'string')
    throw new HarError('harAttached', attached.path, attached.value);
}

/** By the time of a message among those of other sockets, but never against the order that the file gives them. */
function* ordersOf(messages: Messages, clock: (time: number) => number, created: number): Iterable<number> {
  let order = created;
  for (let index = 0; index < messages.length; index++) {
    const time = clock(messages.time(index));
    if (time > order) order = time;
    yield order;
  }
}

const durationOf = (entry: Field) => entry.at('time').maybe((field) => field.number()) ?? 0;

function readHandshake(socket: SocketRecord, entry: Field): void {
  // mitmproxy writes the URL of the handshake's HTTP request.
  const url = entry.at('request').at('url').string().replace(/^http/i, 'ws');
  const protocols = header(entry.at('request'), 'sec-websocket-protocol');
  Object.assign(socket, {
    url,
    args: [url],
    protocols: protocols ? protocols.split(/\s*,\s*/) : [],
    protocol: header(entry.at('response'), 'sec-websocket-protocol'),
    extensions: header(entry.at('response'), 'sec-websocket-extensions'),
  });
}

/** A header's value; empty where there is no such header. */
function header(message: Field, name: string): string {
  const headers = message.at('headers').maybe((field) => field.items()) ?? [];
  const found = headers.find((field) => field.at('name').string().toLowerCase() === name);
  return found?.at('value').string() ?? '';
}

/**
 * How it ended, as far as the file tells: by HTTP Toolkit's `_webSocketClose`, or by a handshake that failed.
 * @param last when it was last heard of, in ms since the epoch
 */
function readEnd(socket: SocketRecord, entry: Field, last: number): NewRow[] {
  const end = entry.at('_webSocketClose');
  const close = end.maybe(readClose);
  if (close) {
    const time = fromEpoch(end.at('timestamp').maybe((field) => field.number()) ?? 0) ?? last;
    socket.close = close;
    enter(socket, 'closed', time, close.wasClean ? 'import' : 'error');
    return [{ type: 'close', time, socket, data: closeText(close) }];
  }
  if (socket.state !== 'connecting') return [];
  enter(socket, 'closed', last, 'error');
  return [{ type: 'error', time: last, socket }];
}

/** 1006 and no reason is what a page is told of a connection that broke, as 1005 is of a close without a code. */
function readClose(close: Field): Close {
  if (close.value === 'aborted') return { code: 1006, reason: '', wasClean: false };
  const code = close.at('code').maybe((field) => field.number()) ?? 1005;
  const reason = close.at('reason').maybe((field) => field.string()) ?? '';
  return { code, reason, wasClean: code !== 1006 };
}
