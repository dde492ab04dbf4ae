import { kind, outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { opened } from '../sockets.ts';

/** What a page adds or changes on the constructor, the prototype or a socket. */
export const additionProbes: Probes = {
  'what a page adds to constructor and prototype stays': async (url) => {
    Object.assign(WebSocket, { extra: 1 });
    Object.assign(WebSocket.prototype, { shout: () => 'HEY' });
    const socket = await opened(url);
    const seen = [
      Reflect.get(WebSocket, 'extra'),
      Reflect.get(socket, 'shout')(),
      Reflect.ownKeys(WebSocket),
    ];
    socket.close();
    return [seen, Object.keys(WebSocket.prototype)];
  },
  'what a page adds to a socket stays': (url) => {
    const socket = Object.assign(new WebSocket(url), { nick: 'me', [Symbol.for('s')]: 1 });
    socket.close();
    return [
      Reflect.ownKeys(socket).map(String),
      JSON.stringify(socket),
      Object.isFrozen(Object.freeze(socket)),
    ];
  },
  'the prototypes of constructor and socket can be exchanged': (url) => {
    const socket = new WebSocket(url);
    const { close } = socket;
    Object.setPrototypeOf(socket, null);
    Object.setPrototypeOf(WebSocket, Function.prototype);
    close.call(socket);
    const other = new WebSocket(url);
    other.close();
    return [kind(socket), kind(other), Object.getPrototypeOf(WebSocket) === Function.prototype];
  },
  'instanceof works by prototypes, and by Symbol.hasInstance': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const before = [socket instanceof WebSocket, socket instanceof EventTarget, {} instanceof WebSocket];
    Object.defineProperty(WebSocket, Symbol.hasInstance, {
      value: (value: unknown) => value instanceof Number,
    });
    return [before, socket instanceof WebSocket, Object(7) instanceof WebSocket];
  },
  'a socket cannot be cloned or sent': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    return [
      outcome(() => structuredClone(socket)),
      outcome(() => structuredClone({ deep: [socket] })),
      outcome(() => new MessageChannel().port1.postMessage(socket)),
      outcome(() => history.pushState(socket, '')),
    ];
  },
};
