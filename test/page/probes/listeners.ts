import { next, opened, outcome, type Probes } from './probe.ts';

const play = (socket: WebSocket, data = 'x') => socket.dispatchEvent(new MessageEvent('message', { data }));

/** Lets a function listen to a socket, has the server say "hi", and gives what the listeners wrote down until the close. */
async function greeted(url: string, listen: (socket: WebSocket, log: unknown[]) => void): Promise<unknown[]> {
  const log: unknown[] = [];
  const socket = await opened(`${url}/?echo&after=1&close=1000`);
  listen(socket, log);
  socket.send('hi');
  await next(socket, 'close');
  return log;
}

/** Listeners in all their forms. */
export const listenerProbes: Probes = {
  'listeners and handlers are called in the order in which they were added': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', () => log.push('first'));
      socket.onmessage = () => log.push('handler');
      socket.addEventListener('message', () => log.push('second'));
      socket.addEventListener('message', () => log.push('capture'), true);
    }),
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
  'once, passive and signal are kept': async (url) => {
    const controller = new AbortController();
    const log = await greeted(url, (socket, log) => {
      socket.addEventListener('message', () => log.push('once'), { once: true });
      socket.addEventListener('message', (event) => event.preventDefault(), { passive: true });
      socket.addEventListener('message', () => log.push('signal'), { signal: controller.signal });
      socket.addEventListener('message', () => log.push('never'), { signal: AbortSignal.abort() });
      play(socket);
      controller.abort();
    });
    return log;
  },
  'objects with handleEvent are looked up at each event': (url) =>
    greeted(url, (socket, log) => {
      const listener = {
        get handleEvent() {
          log.push('looked up');
          return function (this: unknown, { type }: Event) {
            log.push([this === listener, type]);
          };
        },
      };
      socket.addEventListener('message', listener);
      play(socket);
    }),
  'the same listener is added once, and again for capture': (url) =>
    greeted(url, (socket, log) => {
      const listener = () => log.push('heard');
      socket.addEventListener('message', listener);
      socket.addEventListener('message', listener, { once: true });
      socket.addEventListener('message', listener, true);
    }),
  'listeners that are added or removed during an event': (url) =>
    greeted(url, (socket, log) => {
      const gone = () => log.push('never');
      socket.addEventListener('message', () => {
        log.push('adds');
        socket.addEventListener('message', () => log.push('late'), { once: true });
        socket.removeEventListener('message', gone);
      });
      socket.addEventListener('message', gone);
      play(socket);
    }),
  'stopImmediatePropagation stops what comes after it': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', () => log.push('first'));
      socket.addEventListener('message', (event) => event.stopImmediatePropagation());
      socket.addEventListener('message', () => log.push('never'));
      socket.onmessage = () => log.push('never');
    }),
  'stopPropagation and preventDefault stop nothing': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', (event) => event.stopPropagation());
      socket.addEventListener('message', (event) => event.preventDefault());
      socket.addEventListener('message', ({ defaultPrevented }) => log.push(defaultPrevented));
    }),
  'listeners that throw are reported, and stop nobody': (url) =>
    greeted(url, (socket, log) => {
      const thrown = new TypeError('mine');
      window.onerror = (message, _source, _line, _column, error) => {
        log.push([message, error === thrown]);
        return true;
      };
      socket.addEventListener('message', () => {
        throw thrown;
      });
      socket.addEventListener('message', () => log.push('after'));
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
  'addEventListener refuses what it refuses': (url) => {
    const socket = new WebSocket(url);
    socket.close();
    const add = socket.addEventListener as (...args: unknown[]) => unknown;
    return [[], ['open'], ['open', 1], ['open', null], ['open', {}], ['open', () => 1, { signal: null }]].map(
      (args) => outcome(() => add.apply(socket, args)),
    );
  },
  'listeners of other event types are heard, too': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('custom', ({ type, isTrusted }) => log.push([type, isTrusted]));
      socket.dispatchEvent(new Event('custom'));
    }),
  'a microtask runs between two listeners of a message': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', () => void Promise.resolve().then(() => log.push('microtask')));
      socket.addEventListener('message', () => log.push('second'));
      queueMicrotask(() => log.push('earlier'));
    }),
  'no microtask runs between two listeners of an event of the page': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', () => void Promise.resolve().then(() => log.push('microtask')), {
        once: true,
      });
      socket.addEventListener('message', () => log.push('second'), { once: true });
      play(socket);
      log.push('after');
    }),
  'window.event is the event, while it is being heard': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', (event) => log.push(window.event === event));
      log.push(typeof window.event);
    }),
};
