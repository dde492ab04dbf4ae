import { setTimeout as delay, setImmediate } from 'node:timers/promises';
import type { SocketHandler } from '#support/server.ts';

/** Messages that are sent before the server looks at anything else. */
const PORTION = 200;

/** The most that waits to be sent, in bytes. */
const WAITING = 2 ** 20;

/** A stream of messages: `count` of them or until it is closed, `size` bytes each, `rate` a second or as fast as they go. */
export const flow: SocketHandler = async (socket, request) => {
  const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
  const count = Number(asked.get('count') ?? Number.POSITIVE_INFINITY);
  const rate = Number(asked.get('rate') ?? Number.POSITIVE_INFINITY);
  const text = '.'.repeat(Number(asked.get('size')));
  const start = performance.now();
  for (let sent = 0; sent < count && socket.readyState === socket.OPEN; ) {
    const due = Math.min(count, ((performance.now() - start) / 1000) * rate, sent + PORTION);
    for (; sent < due; sent++) socket.send(text);
    if (due < sent + 1 || socket.bufferedAmount > WAITING) await delay(1);
    else await setImmediate();
  }
};
