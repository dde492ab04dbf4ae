import { closeText } from '../../session/fold.ts';
import type { NewRow } from '../../session/rows.ts';
import type { Session } from '../../session/session.ts';
import { type Close, enter, type SocketRecord } from '../../session/socket.ts';
import { clockOf, fromEpoch } from '../time.ts';
import { HarError } from './error.ts';
import type { Field } from './field.ts';
import { type PlacedRow, readMessage } from './message.ts';
import { newSocketIn, type SourceEntry } from './source.ts';

/**
 * Reads an entry that another program wrote. Chrome, HTTP Toolkit, Playwright, mitmproxy and chrome-har-capturer
 * agree on the shape of a message and on little else.
 */
export function readForeignEntry(session: Session, { entry, document }: SourceEntry): PlacedRow[] {
  const created = entry.at('startedDateTime').date();
  const socket = newSocketIn(session, document, session.sockets.length + 1, created);
  const messages = messagesOf(entry);
  readHandshake(socket, entry);
  const rows: NewRow[] = [{ type: 'construct', time: created, socket, data: socket.url }];
  enter(socket, 'connecting', created, 'import');
  if (entry.at('response').at('status').value === 101 || messages.length > 0) {
    rows.push({ type: 'open', time: created, socket, data: socket.protocol });
    enter(socket, 'open', created, 'import');
  }
  const clock = clockOf(created, durationOf(entry), firstTime(messages));
  for (const message of messages) {
    const row = readMessage(message, socket, clock);
    if (row) rows.push(row);
  }
  readEnd(socket, entry, rows);
  return inOrder(rows);
}

function messagesOf(entry: Field): Field[] {
  const attached = entry.at('response').at('content').at('_file');
  const messages = entry.at('_webSocketMessages').maybe((field) => field.items());
  if (!messages && typeof attached.value === 'string')
    throw new HarError('harAttached', attached.path, attached.value);
  return messages ?? [];
}

const firstTime = (messages: readonly Field[]) => messages[0]?.at('time').number() ?? 0;

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

/** How it ended, as far as the file tells: by HTTP Toolkit's `_webSocketClose`, or by a handshake that failed. */
function readEnd(socket: SocketRecord, entry: Field, rows: NewRow[]): void {
  const last = rows.at(-1)?.time ?? socket.created;
  const end = entry.at('_webSocketClose');
  const close = end.maybe(readClose);
  if (close) {
    const time = fromEpoch(end.at('timestamp').maybe((field) => field.number()) ?? 0) ?? last;
    socket.close = close;
    rows.push({ type: 'close', time, socket, data: closeText(close) });
    enter(socket, 'closed', time, close.wasClean ? 'import' : 'error');
  } else if (socket.state === 'connecting') {
    rows.push({ type: 'error', time: last, socket });
    enter(socket, 'closed', last, 'error');
  }
}

/** 1006 and no reason is what a page is told of a connection that broke, as 1005 is of a close without a code. */
function readClose(close: Field): Close {
  if (close.value === 'aborted') return { code: 1006, reason: '', wasClean: false };
  const code = close.at('code').maybe((field) => field.number()) ?? 1005;
  const reason = close.at('reason').maybe((field) => field.string()) ?? '';
  return { code, reason, wasClean: code !== 1006 };
}

/** Places rows by their time among those of other sockets, but never changes the order that the file gives them. */
function inOrder(rows: readonly NewRow[]): PlacedRow[] {
  let order = Number.NEGATIVE_INFINITY;
  return rows.map((row) => {
    order = Math.max(order, row.time);
    return { order, row };
  });
}
