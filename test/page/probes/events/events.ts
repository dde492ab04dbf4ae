import { errorOf, kind } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, next, opened } from '../sockets.ts';

/** The events of a socket. */
export const eventProbes: Probes = {
  'an event owns what it owns, and is of its class': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const message = next(socket, 'message');
    socket.send('x');
    const event = await message;
    await closed(socket);
    return [
      Reflect.ownKeys(event),
      Object.getPrototypeOf(event) === MessageEvent.prototype,
      event.ports.length,
    ];
  },
  'an event is over when it has been heard': async (url) => {
    const socket = new WebSocket(url);
    const event = await next(socket, 'open');
    await new Promise((resolve) => setTimeout(resolve));
    const seen = [
      event.currentTarget === null,
      event.target === socket,
      event.eventPhase,
      event.composedPath().length,
    ];
    await closed(socket);
    return seen;
  },
  'an event has a time between what came before and after': async (url) => {
    const before = performance.now();
    const { timeStamp, target } = await next(new WebSocket(url), 'open');
    (target as WebSocket).close();
    return before <= timeStamp && timeStamp <= performance.now();
  },
  'data is the same object each time it is read': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const message = next(socket, 'message');
    socket.send(new Uint8Array([1]));
    const event = await message;
    await closed(socket);
    const { data } = event;
    return [event.data === data, kind(data), (data as Blob).type];
  },
  'messages come as tasks, with the microtasks of each before the next': async (url) => {
    const log: unknown[] = [];
    const socket = new WebSocket(`${url}/?greet=one&greet=two&greet=three&close=1000`);
    socket.onmessage = ({ data }) => {
      log.push(data);
      void Promise.resolve().then(() => log.push(`after ${data}`));
    };
    await next(socket, 'close');
    return log;
  },
  'an open socket says what was agreed': async (url) => {
    const socket = new WebSocket(`${url}/?subprotocol=b`, ['a', 'b']);
    const before = [socket.protocol, socket.extensions, socket.url, socket.binaryType, socket.bufferedAmount];
    await next(socket, 'open');
    const after = [socket.protocol, socket.extensions, socket.url, socket.binaryType, socket.bufferedAmount];
    await closed(socket);
    return [before, after, socket.protocol];
  },
  'a promise made of events is settled in the same order': async (url) => {
    const socket = new WebSocket(`${url}/?greet=x&close=1000`);
    const log: string[] = [];
    const all = (['open', 'message', 'close'] as const).map((type) =>
      next(socket, type).then(() => log.push(type)),
    );
    await Promise.all(all).catch(errorOf);
    return log;
  },
};
