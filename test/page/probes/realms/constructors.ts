import { innerWindow } from '../frames.ts';
import { kind } from '../print.ts';
import type { Probes } from '../probe.ts';
import { next } from '../sockets.ts';

/** Constructors of other documents. */
export const realmConstructorProbes: Probes = {
  'a document that is just made has a WebSocket of its own, of the same shape': () => {
    const inner = innerWindow().WebSocket;
    return [inner === WebSocket, inner.name, inner.length, inner.OPEN, Reflect.ownKeys(inner).map(String)];
  },
  'instanceof knows only its own realm': async (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(url);
    socket.close();
    const own = new WebSocket(url);
    own.close();
    return [
      socket instanceof WebSocket,
      socket instanceof inner.WebSocket,
      own instanceof inner.WebSocket,
      Object.getPrototypeOf(inner.WebSocket) === inner.EventTarget,
    ];
  },
  'the constructor of another realm makes sockets that work here': async (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(`${url}/?echo`);
    await next(socket, 'open');
    socket.send(new Uint8Array([1]));
    const event = await next(socket, 'message');
    socket.close();
    return [
      event instanceof inner.MessageEvent,
      event.data instanceof inner.Blob,
      event instanceof MessageEvent,
    ];
  },
  'events and what they carry are of the realm of the socket': async (url) => {
    const inner = innerWindow();
    const made = [
      new inner.WebSocket(`${url}/?echo`),
      Reflect.construct(inner.WebSocket, [`${url}/?echo`], WebSocket),
    ];
    const said = made.map(async (socket: WebSocket, i) => {
      await next(socket, 'open');
      socket.binaryType = i ? 'blob' : 'arraybuffer';
      socket.send(new Uint8Array([1]));
      const message = await next(socket, 'message');
      socket.close();
      const close = await next(socket, 'close');
      return [
        message.constructor === inner.MessageEvent,
        (message.data as object).constructor === (i ? inner.Blob : inner.ArrayBuffer),
        close.constructor === inner.CloseEvent,
      ];
    });
    return Promise.all(said);
  },
  'a newTarget of another realm gives its prototype': (url) => {
    const inner = innerWindow();
    const socket = Reflect.construct(WebSocket, [url], inner.WebSocket) as WebSocket;
    const other = Reflect.construct(inner.WebSocket, [url], WebSocket) as WebSocket;
    const seen = [
      Object.getPrototypeOf(socket) === inner.WebSocket.prototype,
      Object.getPrototypeOf(other) === WebSocket.prototype,
      kind(socket),
    ];
    socket.close();
    other.close();
    return seen;
  },
  'relative URLs belong to the document of the constructor': async () => {
    const inner = innerWindow();
    const base = inner.document.createElement('base');
    base.href = '/inner/';
    inner.document.head.append(base);
    const sockets = [
      new inner.WebSocket('x'),
      new WebSocket('x'),
      Reflect.construct(inner.WebSocket, ['x'], WebSocket),
    ];
    return sockets.map((socket) => {
      socket.close();
      return socket.url;
    });
  },
  'a subclass of a constructor of another realm': (url) => {
    const inner = innerWindow();
    class Chat extends inner.WebSocket {}
    const socket = new Chat(url);
    socket.close();
    return [
      socket instanceof Chat,
      socket instanceof inner.WebSocket,
      socket instanceof WebSocket,
      kind(socket),
    ];
  },
};
