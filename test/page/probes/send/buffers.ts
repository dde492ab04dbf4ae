import { outcome } from '../print.ts';
import type { Probes } from '../probe.ts';
import { contents, echoes, next, opened } from '../sockets.ts';

type Resizable = new (
  length: number,
  options: { maxByteLength: number },
) => ArrayBuffer & { resize(length: number): void };

/** What the first message is that comes back after a function has sent and then done something else. */
async function firstEcho(url: string, act: (socket: WebSocket) => void): Promise<unknown> {
  const socket = await opened(`${url}/?echo`);
  const message = next(socket, 'message');
  act(socket);
  const { data } = await message;
  socket.close();
  return contents(data);
}

/** Shared memory: SharedArrayBuffer itself is kept from documents that are not isolated from other origins. */
const shared = (): ArrayBuffer => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer;

/** What becomes of buffers that change, grow, or are gone. */
export const bufferProbes: Probes = {
  'a buffer that is written after send arrives as it was': (url) =>
    firstEcho(url, (socket) => {
      const view = new Uint8Array([1, 2, 3]);
      socket.send(view);
      view.fill(9);
    }),
  'a buffer that is transferred after send arrives whole': (url) =>
    firstEcho(url, (socket) => {
      const { buffer } = new Uint8Array([1, 2, 3]);
      socket.send(buffer);
      structuredClone(buffer, { transfer: [buffer] });
    }),
  'a buffer can be transferred after it was sent': async (url) => {
    const socket = await opened(url);
    const { buffer } = new Uint8Array([1, 2, 3]);
    socket.send(buffer);
    const moved = structuredClone(buffer, { transfer: [buffer] });
    socket.close();
    return [buffer.byteLength, moved.byteLength];
  },
  'a detached buffer, and views of it': (url) => {
    const view = new Uint8Array([1, 2, 3]);
    const data = new DataView(view.buffer);
    structuredClone(view.buffer, { transfer: [view.buffer] });
    return echoes(url, view, view.buffer, data);
  },
  'a resizable buffer, and views of it': (url) => {
    const buffer = new (ArrayBuffer as unknown as Resizable)(4, { maxByteLength: 8 });
    return echoes(url, buffer, new Uint8Array(buffer), new Uint8Array(buffer, 1, 2), new DataView(buffer, 1));
  },
  'a view that is out of the bounds of its buffer': (url) => {
    const buffer = new (ArrayBuffer as unknown as Resizable)(8, { maxByteLength: 8 });
    const views = [new Uint8Array(buffer, 4, 4), new DataView(buffer, 6), new Float64Array(buffer)];
    buffer.resize(2);
    return echoes(url, ...views);
  },
  'shared memory, and views of it': (url) => {
    const buffer = shared();
    return echoes(url, buffer, new Uint8Array(buffer, 0, 4), new DataView(buffer, 0, 2));
  },
  'a resizable buffer can be resized after send': async (url) => {
    const socket = await opened(url);
    const buffer = new (ArrayBuffer as unknown as Resizable)(4, { maxByteLength: 8 });
    const sent = outcome(() => socket.send(buffer));
    buffer.resize(8);
    socket.close();
    return [sent, buffer.byteLength];
  },
  'a Blob of a Blob is read whole': (url) =>
    firstEcho(url, (socket) => socket.send(new Blob([new Blob(['a', new Blob(['b'])]), 'c']).slice(1))),
  'sending leaves a buffer as it is': async (url) => {
    const socket = await opened(url);
    const view = Object.assign(new Uint8Array([1, 2, 3]), { extra: 1 });
    socket.send(view);
    socket.send(view.buffer);
    socket.close();
    return [[...view], Reflect.ownKeys(view), Reflect.ownKeys(view.buffer), Object.isExtensible(view.buffer)];
  },
};
