import { outcome } from '../print.ts';
import { noted, type Probes } from '../probe.ts';
import { closed, loose, next, opened } from '../sockets.ts';

const noting = (log: string[], text: string) => ({ toString: () => noted(log, text, text) });

/** `send` in every state. */
export const sendStateProbes: Probes = {
  'send before open throws': (url) => {
    const socket = new WebSocket(url);
    const results = ['text', '', new Uint8Array(2), new Blob(['x'])].map((data) =>
      outcome(() => socket.send(data)),
    );
    const { bufferedAmount } = socket;
    socket.close();
    return [results, bufferedAmount];
  },
  'send before open converts before it throws': (url) => {
    const socket = new WebSocket(url);
    const log: string[] = [];
    const results = [noting(log, 'x'), Symbol('s'), Object.create(null)].map((data) =>
      outcome(() => loose(socket).send(data)),
    );
    socket.close();
    return [results, log];
  },
  'send while closing and when closed says nothing, and counts': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const close = closed(socket);
    const closing = outcome(() => socket.send('four'));
    const first = socket.bufferedAmount;
    await close;
    const results = ['é', new Uint8Array(3), new Blob(['x'.repeat(5)]), '', {}].map((data) => [
      outcome(() => loose(socket).send(data)),
      socket.bufferedAmount,
    ]);
    return [closing, first, results];
  },
  'send when closed converts, too': async (url) => {
    const socket = await opened(url);
    await closed(socket);
    const log: string[] = [];
    return [[noting(log, 'x'), Symbol('s')].map((data) => outcome(() => loose(socket).send(data))), log];
  },
  'send without arguments throws, in every state': async (url) => {
    const socket = new WebSocket(url);
    const first = outcome(() => loose(socket).send());
    await next(socket, 'open');
    const second = outcome(() => loose(socket).send());
    await closed(socket);
    return [first, second, outcome(() => loose(socket).send())];
  },
};
