import { innerWindow } from '../frames.ts';
import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, next, opened } from '../sockets.ts';

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

/** Methods and accessors of one document on sockets of another. */
export const realmMethodProbes: Probes = {
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
};
