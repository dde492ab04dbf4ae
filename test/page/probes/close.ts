import { closed, loose, next, noted, opened, outcome, type Probes } from './probe.ts';

/** What close() says to arguments, each on a socket of its own that is not open yet. */
const closeEach = (url: string, ...lists: readonly (readonly unknown[])[]) =>
  lists.map((args) => {
    const socket = new WebSocket(`${url}/?echo`);
    const result = outcome(() => loose(socket).close(...args));
    const { readyState } = socket;
    socket.close();
    return [result, readyState];
  });

const codes = (url: string, ...values: readonly unknown[]) =>
  closeEach(url, ...values.map((value) => [value]));

/** The code and reason with which a server closes that was asked to close with what it was told. */
async function told(url: string, ...args: readonly unknown[]): Promise<unknown> {
  const socket = await opened(url);
  const event = next(socket, 'close');
  const result = outcome(() => loose(socket).close(...args));
  socket.close(4000, 'refused');
  const { code, reason, wasClean } = await event;
  return [result, code, reason, wasClean];
}

/** Closing, with every code and reason, in every state. */
export const closeProbes: Probes = {
  'only 1000 and 3000 to 4999 are codes': (url) =>
    codes(url, 0, 1, 999, 1000, 1001, 1005, 1006, 1015, 2999, 3000, 4999, 5000, 65535, 65536),
  'codes are converted and clamped': (url) =>
    codes(
      url,
      '3000',
      ' 4000 ',
      null,
      true,
      3000.5,
      2999.5,
      -1,
      65536 + 3000,
      1e9,
      Infinity,
      Number.NaN,
      'x',
      [3001],
    ),
  'a code that is undefined is none': (url) =>
    closeEach(url, [undefined], [undefined, 'reason'], [undefined, undefined]),
  'codes that cannot be converted throw': (url) => codes(url, Symbol('c'), 3000n, Object.create(null), {}),
  'a reason is at most 123 bytes of UTF-8': (url) =>
    closeEach(
      url,
      [1000, 'x'.repeat(123)],
      [1000, 'x'.repeat(124)],
      [1000, 'é'.repeat(61)],
      [1000, 'é'.repeat(62)],
      [1000, '\ud800'.repeat(41)],
      [1000, '\ud800'.repeat(42)],
    ),
  'reasons are converted': (url) =>
    closeEach(
      url,
      [1000, null],
      [1000, undefined],
      [1000, 1],
      [1000, {}],
      [1000, Symbol('r')],
      [1000, Object.create(null)],
    ),
  'code and reason are converted once, in order, before anything is refused': (url) => {
    const log: string[] = [];
    const code = (value: number) => ({ valueOf: () => noted(log, `code ${value}`, value) });
    const reason = (text: string) => ({ toString: () => noted(log, `reason ${text.length}`, text) });
    return [
      closeEach(
        url,
        [code(1), reason('x')],
        [code(1000), reason('y'.repeat(200))],
        [code(3000), reason('z')],
      ),
      log,
    ];
  },
  'further arguments are not looked at': (url) => {
    const log: string[] = [];
    const third = new Proxy({}, { get: (_, key) => log.push(String(key)) });
    return [closeEach(url, [1000, 'x', third]), log];
  },
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
  'what valueOf and toString of arguments throw is thrown': (url) => {
    const raise = () => {
      throw new RangeError('mine');
    };
    return closeEach(url, [{ valueOf: raise }], [1000, { toString: raise }]);
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
