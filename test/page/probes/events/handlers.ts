import type { Probes } from '../probe.ts';
import { greeted } from './greeted.ts';

/** Handlers: `onmessage` and its like. */
export const handlerProbes: Probes = {
  'a handler that is replaced keeps its place': (url) =>
    greeted(url, (socket, log) => {
      socket.onmessage = () => log.push('never');
      socket.addEventListener('message', () => log.push('listener'));
      socket.onmessage = () => log.push('handler');
    }),
  'a handler that was removed and set again comes last': (url) =>
    greeted(url, (socket, log) => {
      socket.onmessage = () => log.push('never');
      socket.addEventListener('message', () => log.push('listener'));
      socket.onmessage = null;
      socket.onmessage = () => log.push('handler');
    }),
  'handlers take functions and objects, all else is null': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const object = {};
    const handler = () => undefined;
    const values = [undefined, null, 1, 'f', Symbol('s'), object, handler, class {}];
    return values.map((value) => {
      socket.onopen = value as never;
      return socket.onopen === null ? 'null' : socket.onopen === value;
    });
  },
  'all handlers are null at first': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return [socket.onopen, socket.onmessage, socket.onerror, socket.onclose];
  },
  'a handler has the socket as this, and what it returns is ignored': (url) =>
    greeted(url, (socket, log) => {
      socket.onmessage = function (this: unknown, ...args: readonly MessageEvent[]) {
        log.push([this === socket, args.length, args[0]?.currentTarget === socket]);
        return false;
      };
      socket.addEventListener('message', ({ defaultPrevented }) => log.push(defaultPrevented));
    }),
  'a handler that is an object without handleEvent is never called': (url) =>
    greeted(url, (socket, log) => {
      socket.onmessage = { handleEvent: () => log.push('never') } as never;
      socket.addEventListener('message', () => log.push('listener'));
    }),
};
