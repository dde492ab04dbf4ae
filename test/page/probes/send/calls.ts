import { outcome } from '../print.ts';
import { noted, type Probes } from '../probe.ts';
import { closed, echoes, loose, next, opened } from '../sockets.ts';

const noting = (log: string[], text: string) => ({ toString: () => noted(log, text, text) });

/** How `send` is called, and what it answers. */
export const sendCallProbes: Probes = {
  'send ignores further arguments': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const log: string[] = [];
    const result = outcome(() => loose(socket).send('first', noting(log, 'second'), Symbol('third')));
    const { data } = await next(socket, 'message');
    await closed(socket);
    return [result, data, log];
  },
  'send gives undefined': async (url) => {
    const socket = await opened(url);
    const result: unknown = socket.send('x');
    await closed(socket);
    return result === undefined;
  },
  'bufferedAmount grows within a task': async (url) => {
    const socket = await opened(url);
    const amounts = ['abc', 'é', '\u{1f600}', '', new Uint8Array(7), new Blob(['12345'])].map((data) => {
      socket.send(data);
      return socket.bufferedAmount;
    });
    await closed(socket);
    return amounts;
  },
  'bufferedAmount stays while a synchronous request blocks the page': async (url) => {
    const socket = await opened(`${url}/?echo`);
    socket.send('x'.repeat(256));
    const before = socket.bufferedAmount;
    const request = new XMLHttpRequest();
    request.open('GET', '/probes', false);
    request.send();
    const amounts = [before, socket.bufferedAmount];
    await next(socket, 'message');
    await closed(socket);
    return [amounts, socket.bufferedAmount];
  },
  'send works through call, apply, bind and Reflect.apply': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const { send } = WebSocket.prototype;
    const data: unknown[] = [];
    const all = new Promise<void>((resolve) => {
      socket.onmessage = (event) => data.push(event.data) === 4 && resolve();
    });
    send.call(socket, '1');
    send.apply(socket, ['2']);
    send.bind(socket, '3')();
    Reflect.apply(send, socket, ['4']);
    await all;
    await closed(socket);
    return data;
  },
  'send of another object throws, and does not convert': (url) => {
    const log: string[] = [];
    const send = WebSocket.prototype.send as (data: unknown) => void;
    return [
      [null, {}, window, WebSocket.prototype, url].map((self) =>
        outcome(() => send.call(self, noting(log, 'x'))),
      ),
      log,
    ];
  },
  'a thousand messages in a task come back in order': async (url) => {
    const [, back] = await echoes(url, ...Array.from({ length: 1000 }, (_, i) => `${i}`));
    return (back as string[]).every((text, i) => text === `${i}`);
  },
};
