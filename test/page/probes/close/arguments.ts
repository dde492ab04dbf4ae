import { outcome } from '../print.ts';
import { noted, type Probes } from '../probe.ts';
import { loose } from '../sockets.ts';

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

/** Codes and reasons. */
export const closeArgumentProbes: Probes = {
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
  'what valueOf and toString of arguments throw is thrown': (url) => {
    const raise = () => {
      throw new RangeError('mine');
    };
    return closeEach(url, [{ valueOf: raise }], [1000, { toString: raise }]);
  },
};
