import type { Session } from '../session.ts';
import type { SocketRecord } from '../socket.ts';
import { isTraffic, toMessage, VERSION } from './message.ts';
import { isoDate, span, toSeconds } from './time.ts';

/** Stands for a URL that is none, such as that of a constructor that threw: readers of a HAR want one. */
const NO_URL = 'ws://url.invalid/';

const isWebSocketUrl = (url: string) => /^wss?:/i.test(url) && URL.canParse(url);

/** Writes a socket as a HAR entry, piece by piece. `rows` are the indexes of those of its rows that go in. */
export function* writeEntry(
  session: Session,
  socket: SocketRecord,
  rows: readonly number[],
  pageref: string,
): Iterable<string> {
  const stacks = new Map<string, number>();
  const life: unknown[] = [];
  const numberOf = (stack: string) => stacks.get(stack) ?? stacks.set(stack, stacks.size).size - 1;
  yield `${JSON.stringify(standardFields(socket, lastTime(session, rows), pageref)).slice(0, -1)},"_webSocketMessages":[`;
  let separator = '\n';
  for (const index of rows) {
    const row = session.rows.get(index);
    if (!row) continue;
    const message = toMessage(row, numberOf);
    if (isTraffic(row.type)) {
      yield separator + JSON.stringify(message);
      separator = ',\n';
    } else life.push(message);
  }
  const own = { ...ownFields(socket), stacks: [...stacks.keys()], rows: life };
  yield `],${JSON.stringify({ _webSocketClose: closeOf(socket), _sockscope: own }).slice(1)}`;
}

const lastTime = (session: Session, rows: readonly number[]) => session.rows.time(rows.at(-1) ?? -1);

const timeOf = (socket: SocketRecord, state: string) =>
  socket.transitions.find((transition) => transition.state === state)?.time;

/** What HAR 1.2 has fields for: http://www.softwareishard.com/blog/har-12-spec/ */
function standardFields(socket: SocketRecord, last: number, pageref: string) {
  const { created } = socket;
  const end = Math.max(timeOf(socket, 'closed') ?? last, created);
  const opened = Math.min(Math.max(timeOf(socket, 'open') ?? end, created), end);
  return {
    _resourceType: 'websocket',
    pageref,
    startedDateTime: isoDate(created),
    time: span(created, end),
    request: request(socket),
    response: response(socket),
    cache: {},
    timings: {
      blocked: -1,
      dns: -1,
      connect: -1,
      ssl: -1,
      send: 0,
      wait: span(created, opened),
      receive: span(opened, end),
    },
  };
}

function request({ url, protocols, handshake }: SocketRecord) {
  const own = isWebSocketUrl(url) ? url : NO_URL;
  return {
    method: 'GET',
    url: own,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: handshake?.request ?? headers({ 'Sec-WebSocket-Protocol': protocols.join(', ') }),
    queryString: [...new URL(own).searchParams].map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize: 0,
  };
}

function response(socket: SocketRecord) {
  const opened = !isRefused(socket);
  return {
    status: socket.handshake?.status ?? (opened ? 101 : 0),
    statusText: opened ? 'Switching Protocols' : '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers:
      socket.handshake?.response ??
      headers({
        'Sec-WebSocket-Protocol': socket.protocol,
        'Sec-WebSocket-Extensions': socket.extensions,
      }),
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  };
}

/** Whether it is known that a socket never opened: its start is on record, its end, and nothing between. */
const isRefused = ({ transitions, state }: SocketRecord) =>
  state === 'closed' &&
  transitions[0]?.state === 'connecting' &&
  !transitions.some(({ state }) => state === 'open');

const headers = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }));

/** As HTTP Toolkit writes and reads it. */
const closeOf = (socket: SocketRecord) =>
  socket.close && {
    code: socket.close.code,
    reason: socket.close.reason,
    timestamp: toSeconds(timeOf(socket, 'closed') ?? socket.created),
  };

const ownFields = (socket: SocketRecord) => ({
  version: VERSION,
  id: socket.id,
  url: socket.url,
  args: socket.args,
  protocols: socket.protocols,
  stack: socket.stack,
  protocol: socket.protocol,
  extensions: socket.extensions,
  place: socket.place,
  handshake: socket.handshake,
  created: socket.created,
  transitions: socket.transitions,
  buffered: socket.buffered,
  close: socket.close,
  error: socket.error,
  lost: socket.lost,
});
