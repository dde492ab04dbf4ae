import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, next, opened } from '../sockets.ts';

/** What a page does to WebSocket for its own ends. */
export const wrapProbes: Probes = {
  'a page may replace WebSocket, and put it back': async (url) => {
    const native = window.WebSocket;
    Object.assign(window, { WebSocket: Object.assign(class Fake {}, { OPEN: 'fake' }) });
    const seen = [window.WebSocket.OPEN, window.WebSocket.name];
    window.WebSocket = native;
    const socket = await opened(url);
    await closed(socket);
    return [seen, WebSocket === native, Reflect.getOwnPropertyDescriptor(window, 'WebSocket')?.enumerable];
  },
  'a page may delete WebSocket': () => {
    const deleted = Reflect.deleteProperty(window, 'WebSocket');
    return [
      deleted,
      'WebSocket' in window,
      outcome(() => new WebSocket('ws://x')),
      Object.keys(window).includes('WebSocket'),
    ];
  },
  'a page may define WebSocket as an accessor': async (url) => {
    const native = WebSocket;
    let asked = 0;
    const get = () => {
      asked++;
      return native;
    };
    Object.defineProperty(window, 'WebSocket', { get, configurable: true });
    const socket = new window.WebSocket(url);
    await next(socket, 'open');
    socket.send('x');
    await closed(socket);
    return asked;
  },
  'a page may wrap WebSocket in a proxy': async (url) => {
    const log: string[] = [];
    const traps = new Proxy({}, { get: (_, trap) => void log.push(String(trap)) });
    window.WebSocket = new Proxy(WebSocket, traps);
    const socket = new WebSocket(`${url}/?greet=hi`);
    await next(socket, 'message');
    const seen = [socket instanceof WebSocket, socket.constructor === WebSocket, WebSocket.OPEN];
    socket.close();
    return [log, seen];
  },
  'a page may wrap WebSocket in a function': async (url) => {
    const native = WebSocket;
    const made: string[] = [];
    function Wrapped(address: string, protocols?: string[]) {
      made.push(address);
      return protocols ? new native(address, protocols) : new native(address);
    }
    Wrapped.prototype = native.prototype;
    Object.assign(window, { WebSocket: Wrapped });
    const socket = new WebSocket(`${url}/?greet=hi`);
    const { data } = await next(socket, 'message');
    socket.close();
    return [data, made.length, socket instanceof WebSocket, socket.constructor === native];
  },
  'a page may wrap send and close': async (url) => {
    const { prototype } = WebSocket;
    const { send, close } = prototype;
    const log: unknown[] = [];
    prototype.send = function (data) {
      log.push(['send', data]);
      send.call(this, data);
    };
    prototype.close = function (...args) {
      log.push(['close', ...args]);
      close.apply(this, args);
    };
    const socket = await opened(`${url}/?echo`);
    socket.send('x');
    await next(socket, 'message');
    await closed(socket, 4000, 'wrapped');
    return [log, Object.keys(prototype)];
  },
  'a page may wrap addEventListener and the handlers of the prototype': async (url) => {
    const { prototype } = EventTarget;
    const { addEventListener } = prototype;
    const log: string[] = [];
    prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      log.push(args[0]);
      return addEventListener.apply(this, args);
    };
    const { set } = Reflect.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage') as PropertyDescriptor;
    Object.defineProperty(WebSocket.prototype, 'onmessage', { set: (handler) => log.push(typeof handler) });
    const socket = new WebSocket(`${url}/?greet=hi`);
    socket.onmessage = () => undefined;
    await new Promise((resolve) => set?.call(socket, resolve));
    socket.close();
    return log;
  },
  'a page may hide getters of events and of sockets': async (url) => {
    Object.defineProperty(MessageEvent.prototype, 'data', { get: () => 'hidden' });
    Object.defineProperty(Event.prototype, 'currentTarget', { get: () => 'hidden' });
    Object.defineProperty(CloseEvent.prototype, 'code', { get: () => 'hidden' });
    for (const name of ['readyState', 'bufferedAmount', 'url', 'protocol', 'extensions'])
      Object.defineProperty(WebSocket.prototype, name, { get: () => `hidden ${name}` });
    const socket = new WebSocket(`${url}/?greet=hi`);
    const { data, currentTarget } = await next(socket, 'message');
    socket.send('x');
    const { code } = await closed(socket);
    return [data, currentTarget, code, socket.readyState, socket.bufferedAmount, socket.url];
  },
};
