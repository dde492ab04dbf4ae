import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { greeted, play } from './greeted.ts';

/** Listeners in all their forms. */
export const listenerProbes: Probes = {
  'listeners and handlers are called in the order in which they were added': (url) =>
    greeted(url, (socket, log) => {
      socket.addEventListener('message', () => log.push('first'));
      socket.onmessage = () => log.push('handler');
      socket.addEventListener('message', () => log.push('second'));
      socket.addEventListener('message', () => log.push('capture'), true);
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
};
