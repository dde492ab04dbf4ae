import { kind, outcome } from './print.ts';
import { noted, type Probes } from './probe.ts';
import { closed, loose, next, opened } from './sockets.ts';

/** Sets binaryType to values, one after the other, and gives what it is after each. */
function setEach(url: string, values: readonly unknown[]): unknown[] {
  const socket = new WebSocket(url);
  socket.close();
  return values.map((value) => [
    outcome(() => {
      loose(socket).binaryType = value;
    }),
    socket.binaryType,
  ]);
}

/** A socket that can be asked for bytes, and gives what they came as. */
async function asking(url: string) {
  const socket = await opened(`${url}/?echo`);
  const ask = async () => {
    socket.send(new Uint8Array([1, 2]));
    const { data } = await next(socket, 'message');
    return [kind(data), data instanceof Blob, data instanceof ArrayBuffer];
  };
  return { socket, ask };
}

/** `binaryType`, and what bytes arrive as. */
export const binaryTypeProbes: Probes = {
  'binaryType is blob at first, and can be switched': (url) => setEach(url, ['blob', 'arraybuffer', 'blob']),
  'values that are none change nothing': (url) =>
    setEach(url, [
      'arraybuffer',
      '',
      'Blob',
      'ARRAYBUFFER',
      'text',
      null,
      undefined,
      0,
      {},
      ['blob'],
      ' blob',
    ]),
  'values are converted once': (url) => {
    const log: string[] = [];
    const value = { toString: () => noted(log, 'toString', 'arraybuffer') };
    const primitive = { [Symbol.toPrimitive]: (hint: string) => noted(log, hint, 'blob') };
    return [setEach(url, [value, primitive, new String('arraybuffer')]), log];
  },
  'values that cannot be converted throw': (url) => setEach(url, [Symbol('b'), Object.create(null)]),
  'what toString throws is thrown': (url) => {
    const raise = () => {
      throw new RangeError('mine');
    };
    return setEach(url, [{ toString: raise }]);
  },
  'bytes arrive as what it is at that time': async (url) => {
    const { socket, ask } = await asking(url);
    const seen = [await ask()];
    for (const type of ['arraybuffer', 'blob', 'arraybuffer'] as const) {
      socket.binaryType = type;
      seen.push(await ask());
    }
    await closed(socket);
    return seen;
  },
  'a switch within a listener counts for the next message': async (url) => {
    const socket = await opened(`${url}/?echo`);
    const seen: string[] = [];
    const both = new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        seen.push(kind(data));
        socket.binaryType = 'arraybuffer';
        if (seen.length === 3) resolve();
      };
    });
    for (let i = 0; i < 3; i++) socket.send(new Uint8Array([i]));
    await both;
    await closed(socket);
    return seen;
  },
  'it can be set when the socket is closed': async (url) => {
    const socket = await opened(url);
    await closed(socket);
    socket.binaryType = 'arraybuffer';
    return socket.binaryType;
  },
  'the setter on another object throws': () => {
    const set = Reflect.getOwnPropertyDescriptor(WebSocket.prototype, 'binaryType')?.set as (
      value: unknown,
    ) => void;
    return [null, {}, WebSocket.prototype, window].map((self) => outcome(() => set.call(self, 'blob')));
  },
  'a property of its own on the socket hides it': async (url) => {
    const { socket, ask } = await asking(url);
    Object.defineProperty(socket, 'binaryType', { value: 'arraybuffer' });
    const seen = await ask();
    await closed(socket);
    return [seen, Reflect.ownKeys(socket)];
  },
  'an ArrayBuffer that arrived can be written, moved and is of this realm': async (url) => {
    const { socket } = await asking(url);
    socket.binaryType = 'arraybuffer';
    socket.send(new Uint8Array([1, 2]));
    const { data } = (await next(socket, 'message')) as MessageEvent<ArrayBuffer>;
    new Uint8Array(data)[0] = 9;
    const moved = structuredClone(data, { transfer: [data] });
    await closed(socket);
    return [
      data.byteLength,
      [...new Uint8Array(moved)],
      Object.getPrototypeOf(data) === ArrayBuffer.prototype,
    ];
  },
};
