import { closed, errorOf, innerWindow, kind, next, opened, outcome, type Probes } from './probe.ts';

/** Of which of two realms an error is. */
function realmOfError(inner: Window & typeof globalThis, run: () => unknown): unknown {
  try {
    run();
    return 'nothing thrown';
  } catch (error) {
    const names = (realm: Window & typeof globalThis) => [
      error instanceof realm.DOMException,
      error instanceof realm.TypeError,
    ];
    const { name, message } = error as Error;
    return [name, message, names(window), names(inner)];
  }
}

/** Sockets, methods and values across documents. */
export const realmProbes: Probes = {
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
  'methods of another realm work on a socket of this one': async (url) => {
    const { prototype } = innerWindow().WebSocket;
    const socket = await opened(`${url}/?echo`);
    prototype.send.call(socket, 'from inside');
    const { data } = await next(socket, 'message');
    const event = next(socket, 'close');
    prototype.close.call(socket, 4001, 'inside');
    const { code, reason } = await event;
    return [data, code, reason, outcome(() => prototype.send.call(socket, Symbol('s') as never))];
  },
  'methods of this realm work on a socket of another': async (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(`${url}/?echo`);
    await next(socket, 'open');
    WebSocket.prototype.send.call(socket, 'from outside');
    const { data } = await next(socket, 'message');
    const event = next(socket, 'close');
    WebSocket.prototype.close.call(socket, 4002);
    return [data, (await event).code];
  },
  'accessors of one realm work on a socket of the other': (url) => {
    const inner = innerWindow();
    const pairs = [
      [new WebSocket(url), inner.WebSocket.prototype],
      [new inner.WebSocket(url), WebSocket.prototype],
    ] as const;
    return pairs.map(([socket, prototype]) => {
      socket.close();
      const { get, set } = Reflect.getOwnPropertyDescriptor(prototype, 'binaryType') as PropertyDescriptor;
      const before: unknown = get?.call(socket);
      set?.call(socket, 'arraybuffer');
      return [
        before,
        socket.binaryType,
        Reflect.get(prototype, 'readyState', socket),
        outcome(() => set?.call(socket, 1)),
      ];
    });
  },
  'errors are of the realm of the function that throws': (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(url);
    const own = new WebSocket(url);
    const seen = [
      realmOfError(inner, () => new inner.WebSocket('mailto:a')),
      realmOfError(inner, () => new (inner.WebSocket as unknown as new () => unknown)()),
      realmOfError(inner, () => socket.send('early')),
      realmOfError(inner, () => WebSocket.prototype.send.call(socket, 'early')),
      realmOfError(inner, () => inner.WebSocket.prototype.send.call(own, 'early')),
      realmOfError(inner, () => inner.WebSocket.prototype.close.call({})),
      realmOfError(inner, () => socket.close(1)),
    ];
    socket.close();
    own.close();
    return seen;
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
  'errors and values of another realm pass through send': async (url) => {
    const inner = innerWindow();
    const socket = await opened(`${url}/?echo`);
    const thrown = new inner.RangeError('inner');
    const raise = () => {
      throw thrown;
    };
    const same = await Promise.resolve()
      .then(() => socket.send({ toString: raise } as never))
      .catch((error: unknown) => error === thrown);
    socket.send(new inner.Array(1, 2) as never);
    const { data } = await next(socket, 'message');
    await closed(socket);
    return [same, data];
  },
  'the constructor of a document that is gone': (url) => {
    const inner = innerWindow();
    const { WebSocket: kept } = inner;
    inner.frameElement?.remove();
    return [
      outcome(() => new kept(url)),
      outcome(() => new kept('mailto:a')),
      kept.name,
      String(kept.prototype.send),
    ];
  },
  'a socket whose document goes away hears no more': async (url) => {
    const inner = innerWindow();
    const socket = new inner.WebSocket(`${url}/?echo`);
    await next(socket, 'open');
    const log: unknown[] = [];
    socket.onclose = () => log.push('close');
    socket.onmessage = () => log.push('message');
    inner.frameElement?.remove();
    log.push(
      socket.readyState,
      outcome(() => socket.send('x')),
      outcome(() => socket.close()),
      socket.bufferedAmount,
    );
    await closed(await opened(url));
    return [log, socket.readyState];
  },
  'methods of a document that is gone work on a socket of this one': async (url) => {
    const inner = innerWindow();
    const { send, close } = inner.WebSocket.prototype;
    inner.frameElement?.remove();
    const socket = await opened(`${url}/?echo`);
    const sent = outcome(() => send.call(socket, 'x'));
    const first = await next(socket, 'message');
    const event = next(socket, 'close');
    const closing = outcome(() => close.call(socket, 4000));
    return [sent, first.data, closing, (await event).code];
  },
  'a document that is written anew keeps its WebSocket': async (url) => {
    const inner = innerWindow();
    const { WebSocket: before } = inner;
    inner.document.open();
    inner.document.write('<!doctype html><p>new</p>');
    inner.document.close();
    const socket = new inner.WebSocket(`${url}/?greet=hi`);
    const { data } = await next(socket, 'message');
    socket.close();
    return [inner.WebSocket === before, data, inner.document.documentElement.outerHTML];
  },
  'a document without a browsing context has no WebSocket': () => {
    const { defaultView } = document.implementation.createHTMLDocument('no view');
    return [defaultView, errorOf(outcome(() => 1))];
  },
};
