import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { closed, loose, next, opened } from '../sockets.ts';

/** The code and reason with which a server closes that was asked to close with what it was told. */
async function told(url: string, ...args: readonly unknown[]): Promise<unknown> {
  const socket = await opened(url);
  const event = next(socket, 'close');
  const result = outcome(() => loose(socket).close(...args));
  socket.close(4000, 'refused');
  const { code, reason, wasClean } = await event;
  return [result, code, reason, wasClean];
}

/** Closing, in every state. */
export const closeCallProbes: Probes = {
  'code and reason reach the other side and come back': async (url) => [
    await told(url),
    await told(url, 1000),
    await told(url, 3000, 'é\u{1f600}'),
    await told(url, 4999, 'a\ud800b'),
    await told(url, undefined, 'no code'),
    await told(url, '4321', { toString: () => 'made' }),
  ],
  'close twice says nothing, and keeps the first code': async (url) => {
    const socket = await opened(url);
    const event = closed(socket, 4001, 'first');
    const second = outcome(() => socket.close(4002, 'second'));
    const { code, reason } = await event;
    return [second, code, reason, outcome(() => socket.close()), socket.readyState];
  },
  'close refuses a bad code also when it is closed': async (url) => {
    const socket = await opened(url);
    const event = closed(socket);
    const closing = [outcome(() => socket.close(1)), outcome(() => socket.close(1000, 'x'.repeat(124)))];
    await event;
    return [closing, outcome(() => socket.close(1)), outcome(() => socket.close(1000, 'x'.repeat(124)))];
  },
  'a bad code leaves an open socket open': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const refused = outcome(() => socket.close(1));
    socket.send('still here');
    const { data } = await next(socket, 'message');
    await closed(socket);
    return [refused, data];
  },
  'close gives undefined, and the state is at once CLOSING': async (url) => {
    const socket = await opened(url);
    const result: unknown = socket.close();
    const { readyState } = socket;
    await next(socket, 'close');
    return [result === undefined, readyState, socket.readyState];
  },
  'what was sent before close arrives': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const log: unknown[] = [];
    socket.onmessage = ({ data }) => log.push(data);
    for (let i = 0; i < 20; i++) socket.send(`${i}`);
    await next(socket, 'message');
    const event = await closed(socket, 4000);
    return [log[0], event.code];
  },
  'close within a message listener': async (url) => {
    const socket = new WebSocket(`${url}/?greet=one`);
    const log: unknown[] = [];
    socket.onmessage = ({ data }) => {
      log.push(data, socket.readyState);
      socket.close(4003, 'enough');
      log.push(socket.readyState);
    };
    const { code, reason } = await next(socket, 'close');
    return [log, code, reason];
  },
  'close within its own close listener says nothing': async (url) => {
    const socket = await opened(url);
    const log: unknown[] = [];
    socket.onclose = () => log.push(outcome(() => socket.close(4000, 'again')));
    await closed(socket, 4001);
    return [log, socket.readyState];
  },
  'a code whose valueOf closes the socket': async (url) => {
    const socket = await opened(url);
    const event = next(socket, 'close');
    const convert = () => {
      socket.close(4001);
      return 4002;
    };
    const result = outcome(() => loose(socket).close({ valueOf: convert }));
    return [result, (await event).code];
  },
  'close of another object throws, and does not convert': () => {
    const log: string[] = [];
    const close = WebSocket.prototype.close as (...args: unknown[]) => void;
    const code = { valueOf: () => log.push('converted') };
    return [
      [null, {}, window, WebSocket.prototype].map((self) => outcome(() => close.call(self, code))),
      log,
    ];
  },
  'close through call, apply and bind': async (url) => {
    const { close } = WebSocket.prototype;
    const codes: number[] = [];
    for (const how of [
      (socket: WebSocket) => close.call(socket, 4001),
      (socket: WebSocket) => close.apply(socket, [4002]),
      (socket: WebSocket) => close.bind(socket, 4003)(),
    ]) {
      const socket = await opened(url);
      const event = next(socket, 'close');
      how(socket);
      codes.push((await event).code);
    }
    return codes;
  },
};
