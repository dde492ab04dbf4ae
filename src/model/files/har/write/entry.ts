import type { Row } from '../../../session/row.ts';
import type { SocketRecord } from '../../../session/socket.ts';
import { isTraffic, toMessage, VERSION } from '../message.ts';
import { isoDate, span, toSeconds } from '../time.ts';

/** Stands for a URL that is none, such as that of a constructor that threw: readers of a HAR want one. */
const NO_URL = 'ws://url.invalid/';

const isWebSocketUrl = (url: string) => /^wss?:/i.test(url) && URL.canParse(url);

/** A socket as a HAR entry, to which its rows are added one by one, each whole. */
export class Entry {
  readonly socket: SocketRecord;
  readonly #stacks = new Map<string, number>();
  readonly #life: unknown[] = [];
  #pieces: string[] = [];
  #waiting = 0;
  #traffic = false;
  #last: number | undefined;

  constructor(socket: SocketRecord) {
    this.socket = socket;
  }

  /** Whether no row was added. */
  get empty(): boolean {
    return this.#last === undefined;
  }

  /** UTF-16 units of messages that were added and not taken yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** @returns how many UTF-16 units more are waiting */
  add(row: Row): number {
    this.#last = row.time;
    const message = toMessage(row, (stack) => this.#number(stack));
    if (!isTraffic(row)) {
      this.#life.push(message);
      return 0;
    }
    const text = (this.#traffic ? ',\n' : '\n') + JSON.stringify(message);
    this.#traffic = true;
    this.#pieces.push(text);
    this.#waiting += text.length;
    return text.length;
  }

  /** The messages that were added since the last time. */
  take(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#waiting = 0;
    return text;
  }

  /** What comes before the messages; known when all were added. */
  head(pageref: string): string {
    const fields = standardFields(this.socket, this.#last ?? 0, pageref);
    return `${JSON.stringify(fields).slice(0, -1)},"_webSocketMessages":[`;
  }

  /** What comes after the messages. */
  tail(): string {
    const own = { ...ownFields(this.socket), stacks: [...this.#stacks.keys()], rows: this.#life };
    return `],${JSON.stringify({ _webSocketClose: closeOf(this.socket), _sockscope: own }).slice(1)}`;
  }

  #number(stack: string): number {
    const known = this.#stacks.get(stack) ?? this.#stacks.size;
    this.#stacks.set(stack, known);
    return known;
  }
}

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
  interface: socket.interface,
  handshake: socket.handshake,
  created: socket.created,
  transitions: socket.transitions,
  buffered: socket.buffered,
  close: socket.close,
  error: socket.error,
  failure: socket.failure,
  lost: socket.lost,
});
