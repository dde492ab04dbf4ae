import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, opened } from '../sockets.ts';
import { facts } from './facts.ts';

/** Events that the page makes. */
export const ownEventProbes: Probes = {
  'an event of the page is heard as it is': async (url) => {
    const socket = await opened(url);
    const log: unknown[] = [];
    socket.onmessage = (event) => log.push(facts(event), event.data);
    socket.onclose = (event) => log.push(facts(event));
    socket.onerror = (event) => log.push(facts(event));
    const results = [
      socket.dispatchEvent(new MessageEvent('message', { data: { any: 'thing' }, origin: 'here' })),
      socket.dispatchEvent(new CloseEvent('close', { code: 4999, reason: 'played', wasClean: true })),
      socket.dispatchEvent(new Event('error', { cancelable: true })),
      socket.dispatchEvent(new Event('message')),
      socket.readyState,
    ];
    socket.onclose = null;
    await closed(socket);
    return [results, log];
  },
  'an event of the page can be prevented': async (url) => {
    const socket = await opened(url);
    socket.addEventListener('message', (event) => event.preventDefault());
    const result = socket.dispatchEvent(new MessageEvent('message', { cancelable: true }));
    await closed(socket);
    return result;
  },
  'an event of the server cannot be dispatched while it is heard, and can afterwards': async (url) => {
    const socket = await opened(`${url}/?greet=x`);
    const log: unknown[] = [];
    const event = await new Promise<MessageEvent>((resolve) => {
      socket.onmessage = (event) => {
        log.push(outcome(() => socket.dispatchEvent(event)));
        resolve(event);
      };
    });
    socket.onmessage = ({ isTrusted, data }) => log.push([isTrusted, data]);
    await new Promise((resolve) => setTimeout(resolve));
    log.push(socket.dispatchEvent(event));
    await closed(socket);
    return log;
  },
  'dispatchEvent refuses what is no event': async (url) => {
    const socket = await opened(url);
    const { dispatchEvent } = socket as unknown as { dispatchEvent(...args: unknown[]): unknown };
    const results = [[], [null], [{}], ['message']].map((args) =>
      outcome(() => Reflect.apply(dispatchEvent, socket, args)),
    );
    await closed(socket);
    return results;
  },
};
