import type { Probes } from '../probe.ts';
import { greeted, play } from './greeted.ts';

/** What happens while an event is heard. */
export const dispatchProbes: Probes = {
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
