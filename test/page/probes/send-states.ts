import { closed, echoes, loose, next, noted, opened, outcome, type Probes } from './probe.ts';

const noting = (log: string[], text: string) => ({ toString: () => noted(log, text, text) });

/** When and how `send` is called, and what it answers. */
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
