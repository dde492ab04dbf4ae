import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/**
 * What a client asks of the server, in the query of its URL. Everything may be combined.
 *
 * Handshake: `slow=ms` answers later, `reject=403` answers with that status, `subprotocol=name` chooses that
 * subprotocol (otherwise the first offered).
 *
 * On open, in this order: `pause=ms` stops reading for that long, so that the client's `bufferedAmount` grows;
 * `greet=text` sends a message (repeatable); `burst=count` sends numbered messages, with `size=bytes` filled up,
 * with `binary` as bytes that begin with the number (uint32, big endian), with `rate=n` at n a second.
 *
 * For every message received: `echo` sends it back as it came.
 *
 * In the end, or once `after=count` messages have been received: `close=code,reason` closes, `drop` cuts the
 * connection without a close frame.
 */
export const wishes = (request: IncomingMessage): URLSearchParams =>
  new URL(request.url ?? '/', 'http://localhost').searchParams;

const count = (asked: URLSearchParams, name: string, otherwise: number): number =>
  Number(asked.get(name) ?? otherwise);

/** Refuses or delays the handshake if the URL asks for it; gives whether the handshake may go on. */
export async function beforeHandshake(request: IncomingMessage, socket: Duplex): Promise<boolean> {
  const asked = wishes(request);
  socket.on('error', () => socket.destroy());
  if (asked.has('slow')) await delay(count(asked, 'slow', 0));
  const status = count(asked, 'reject', 0);
  if (status === 0) return !socket.destroyed;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return false;
}

/** The subprotocol of the answer: the one asked for, or the first offered. */
export function chooseProtocol(offered: Set<string>, request: IncomingMessage): string | false {
  return wishes(request).get('subprotocol') ?? offered.values().next().value ?? false;
}

function numbered(index: number, size: number, binary: boolean): string | Buffer {
  if (!binary) return `${index}`.padEnd(size, '.');
  const bytes = Buffer.alloc(Math.max(size, 4));
  bytes.writeUInt32BE(index);
  return bytes;
}

const sent = (socket: WebSocket, data: string | Buffer) =>
  new Promise<void>((resolve) => socket.send(data, () => resolve()));

async function burst(socket: WebSocket, asked: URLSearchParams): Promise<void> {
  const total = count(asked, 'burst', 0);
  const rate = count(asked, 'rate', Number.POSITIVE_INFINITY);
  const start = performance.now();
  const due = () => ((performance.now() - start) / 1000) * rate;
  for (let index = 0; index < total && socket.readyState === WebSocket.OPEN; index++) {
    while (index > due()) await delay(1);
    const done = sent(socket, numbered(index, count(asked, 'size', 0), asked.has('binary')));
    if (socket.bufferedAmount > 1 << 20) await done;
  }
}

function end(socket: WebSocket, asked: URLSearchParams): void {
  const [code, ...reason] = (asked.get('close') ?? '').split(',');
  if (asked.has('drop')) socket.terminate();
  else if (asked.has('close')) socket.close(code ? Number(code) : undefined, reason.join(','));
}

function listen(socket: WebSocket, asked: URLSearchParams): void {
  let left = count(asked, 'after', Number.POSITIVE_INFINITY);
  socket.on('message', (data, binary) => {
    if (asked.has('echo')) socket.send(data, { binary });
    if (--left === 0) end(socket, asked);
  });
}

/** Serves an open socket as its URL asks. */
export async function behave(socket: WebSocket, request: IncomingMessage): Promise<void> {
  const asked = wishes(request);
  listen(socket, asked);
  if (asked.has('pause')) {
    socket.pause();
    setTimeout(() => socket.resume(), count(asked, 'pause', 0));
  }
  for (const text of asked.getAll('greet')) socket.send(text);
  await burst(socket, asked);
  if (!asked.has('after')) end(socket, asked);
}
