import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, next, opened } from '../sockets.ts';

/** What a page freezes, or makes of a socket. */
export const freezeProbes: Probes = {
  'a page may freeze the constructor and the prototype': async (url) => {
    Object.freeze(WebSocket);
    Object.freeze(WebSocket.prototype);
    const socket = await opened(`${url}/?echo`);
    socket.send('x');
    const { data } = await next(socket, 'message');
    await closed(socket);
    const set = outcome(() => {
      WebSocket.prototype.send = () => undefined;
    });
    return [data, set, Object.isFrozen(WebSocket), Object.isFrozen(WebSocket.prototype)];
  },
  'a page may freeze what is built in': async (url) => {
    for (const each of [
      Object,
      Function,
      Array,
      Promise,
      WeakMap,
      Map,
      Error,
      EventTarget,
      Event,
      ArrayBuffer,
      Reflect,
    ])
      for (const object of [each, (each as { prototype?: object }).prototype])
        if (object) Object.freeze(object);
    const socket = await opened(`${url}/?echo`);
    socket.send(new Blob(['frozen']));
    const { data } = await next(socket, 'message');
    await closed(socket);
    return (data as Blob).text();
  },
  'a page may freeze and seal a socket': async (url) => {
    const socket = await opened(`${url}/?echo`);
    Object.freeze(socket);
    socket.binaryType = 'arraybuffer';
    socket.send('x');
    const { data } = await next(socket, 'message');
    await closed(socket);
    return [data, socket.binaryType, Reflect.ownKeys(socket)];
  },
  'a page may give a socket a send of its own': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const log: unknown[] = [];
    socket.send = (data) => void log.push(data);
    socket.send('mine');
    Reflect.deleteProperty(socket, 'send');
    socket.send('native');
    const { data } = await next(socket, 'message');
    await closed(socket);
    return [log, data];
  },
  'a page may make a socket of a proxy of a socket': async (url) => {
    const socket = await opened(url);
    const proxy = new Proxy(socket, {});
    const seen = [
      outcome(() => proxy.send('x')),
      outcome(() => proxy.readyState),
      outcome(() => proxy.close()),
      outcome(() => {
        proxy.binaryType = 'arraybuffer';
      }),
    ];
    await closed(socket);
    return [seen, socket.binaryType];
  },
  'a page may inherit from a socket': async (url) => {
    const socket = await opened(url);
    const heir = Object.create(socket) as WebSocket;
    const seen = [heir instanceof WebSocket, outcome(() => heir.send('x')), outcome(() => heir.readyState)];
    await closed(socket);
    return seen;
  },
};
