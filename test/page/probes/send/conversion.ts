import { outcome } from '../print.ts';
import { noted, type Probes } from '../probe.ts';
import { closed, echoes, loose, next, opened } from '../sockets.ts';

/** What `send` makes of objects. */
export const sendConversionProbes: Probes = {
  'objects are asked toString, then valueOf, once': async (url) => {
    const log: string[] = [];
    const both = { toString: () => log.push('toString') && 'text', valueOf: () => log.push('valueOf') && 1 };
    const one = { toString: () => log.push('toString') && {}, valueOf: () => log.push('valueOf') && 1 };
    return [await echoes(url, both, one), log];
  },
  'objects are asked Symbol.toPrimitive with the hint "string", once': async (url) => {
    const hints: unknown[] = [];
    const convert = (hint: string) => noted(hints, hint, `hint ${hint}`);
    return [await echoes(url, { [Symbol.toPrimitive]: convert, toString: () => 'never' }), hints];
  },
  'getters of an object are read once, in order': async (url) => {
    const log: string[] = [];
    const value = new Proxy({}, { get: (_, key) => noted(log, String(key), undefined) });
    const made = new Proxy(
      { toString: () => 'made' },
      { get: (target, key) => noted(log, String(key), Reflect.get(target, key)) },
    );
    return [await echoes(url, value, made), log];
  },
  'proxies of binary objects are no binary objects': (url) =>
    echoes(
      url,
      new Proxy(new ArrayBuffer(2), { get: (_, key) => (key === 'toString' ? () => 'a proxy' : undefined) }),
      new Proxy(new Uint8Array(2), { get: (_, key) => (key === 'toString' ? () => 'a proxy' : undefined) }),
      new Proxy(new Blob(['x']), { get: (_, key) => (key === 'toString' ? () => 'a proxy' : undefined) }),
    ),
  'what cannot be converted throws': (url) =>
    echoes(
      url,
      Symbol('s'),
      Object.create(null),
      { toString: () => ({}), valueOf: () => ({}) },
      { toString: () => Symbol('inner') },
      { [Symbol.toPrimitive]: () => ({}) },
      { [Symbol.toPrimitive]: 1 },
    ),
  'objects that only look like binary are sent as strings': (url) =>
    echoes(
      url,
      { byteLength: 3 },
      Object.create(ArrayBuffer.prototype, { toString: { value: () => 'false buffer' } }),
      Object.create(Blob.prototype, { toString: { value: () => 'false blob' } }),
      { [Symbol.toStringTag]: 'ArrayBuffer' },
    ),
  'what toString throws is thrown, and nothing is sent': async (url) => {
    const thrown = ['mine'];
    const raise = () => {
      throw thrown;
    };
    const socket = await opened(`${url}/?echo`);
    let same = false;
    try {
      loose(socket).send({ toString: raise });
    } catch (error) {
      same = error === thrown;
    }
    socket.send('next');
    const { data } = await next(socket, 'message');
    await closed(socket);
    return [same, data];
  },
  'what cannot be converted is named in the error': async (url) => {
    const socket = await opened(url);
    const said = (value: unknown) => {
      try {
        return Reflect.apply(WebSocket.prototype.send, socket, [value]);
      } catch (error) {
        return (error as Error).message;
      }
    };
    const nothing = () => ({});
    const messages = [
      { toString: nothing, valueOf: nothing },
      { toString: 1, valueOf: 'x' },
      { [Symbol.toPrimitive]: 5 },
      { [Symbol.toPrimitive]: nothing },
      new (class Named {
        toString = nothing;
      })(),
    ].map(said);
    await closed(socket);
    return messages;
  },
  'proxies that were revoked are refused, and the socket works on': async (url) => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    const called = Proxy.revocable(() => 1, {});
    revoke();
    called.revoke();
    return echoes(url, proxy, called.proxy, 'next');
  },
  'what toString throws is not looked into': async (url) => {
    const log: string[] = [];
    const handler = new Proxy({}, { get: (_, trap) => void log.push(String(trap)) });
    const raise = (error: unknown) => () => {
      throw error;
    };
    const socket = await opened(url);
    const error = Object.defineProperty(new Error('own'), 'message', { get: () => log.push('message') });
    for (const each of [new Proxy({}, handler), new Proxy(new Error('inner'), handler), error])
      try {
        loose(socket).send({ toString: raise(each) });
      } catch {
        log.push('caught');
      }
    await closed(socket);
    return log;
  },
  'toString may send, too': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const data: unknown[] = [];
    const both = new Promise<void>((resolve) => {
      socket.onmessage = (event) => data.push(event.data) === 2 && resolve();
    });
    const convert = () => {
      socket.send('inner');
      return 'outer';
    };
    loose(socket).send({ toString: convert });
    await both;
    await closed(socket);
    return data;
  },
  'toString may close the socket': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const close = next(socket, 'close');
    const convert = () => {
      socket.close(4000);
      return 'late';
    };
    const result = outcome(() => loose(socket).send({ toString: convert }));
    const { code } = await close;
    return [result, socket.bufferedAmount, code];
  },
};
