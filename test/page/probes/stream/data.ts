import { kind } from '../print.ts';
import { noted } from '../probe.ts';
import { contents } from '../sockets.ts';
import { construct, type Opened, type SocketStream, settled, whereStreamsAre } from './streams.ts';

async function echoing(url: string): Promise<[SocketStream, Opened]> {
  const stream = construct(`${url}/?echo`);
  return [stream, await stream.opened];
}

/** What a chunk is: its class, and what is in it. */
const chunk = async (value: unknown): Promise<unknown> =>
  typeof value === 'string' ? value : [kind(value), await contents(value)];

/** Chunks of a WebSocketStream, each way. */
export const streamDataProbes = whereStreamsAre({
  'text and bytes go there and come back': async (url) => {
    const [stream, { readable, writable }] = await echoing(url);
    const [reader, writer] = [readable.getReader(), writable.getWriter()];
    const back: unknown[] = [];
    for (const data of [
      '',
      'text',
      '\ud800',
      new Uint8Array([1, 2, 3]).subarray(1),
      new ArrayBuffer(2),
      5,
      null,
      {},
    ]) {
      void writer.write(data);
      const { value, done } = await reader.read();
      back.push([done, await chunk(value)]);
    }
    stream.close();
    return back;
  },
  'values are converted once': async (url) => {
    const [stream, { readable, writable }] = await echoing(url);
    const log: string[] = [];
    await writable.getWriter().write({ toString: () => noted(log, 'asked', 'text') });
    const { value } = await readable.getReader().read();
    stream.close();
    return [value, log];
  },
  'values that cannot be converted reject the write': (url) =>
    Promise.all(
      [Symbol('s'), Object.create(null)].map(async (data) => {
        const [stream, { writable }] = await echoing(url);
        const writer = writable.getWriter();
        const said = [await settled(writer.write(data)), await settled(writer.closed)];
        stream.close();
        return [said, await settled(stream.closed)];
      }),
    ),
  'bytes are taken when they are written': async (url) => {
    const [stream, { readable, writable }] = await echoing(url);
    const bytes = new Uint8Array([1, 2]);
    const written = writable.getWriter().write(bytes);
    await written;
    bytes[0] = 9;
    const { value } = await readable.getReader().read();
    stream.close();
    return [bytes.byteLength, await chunk(value)];
  },
  'many chunks come in order': async (url) => {
    const { readable } = await construct(`${url}/?burst=500&close=1000`).opened;
    const reader = readable.getReader();
    const got: unknown[] = [];
    for (let read = await reader.read(); !read.done; read = await reader.read()) got.push(read.value);
    return got;
  },
  'it can be piped, and teed': async (url) => {
    const [stream, { readable, writable }] = await echoing(url);
    const source = new ReadableStream({
      start(controller) {
        for (const text of ['a', 'b']) controller.enqueue(text);
        controller.close();
      },
    });
    const [one, other] = readable.tee();
    await source.pipeTo(writable, { preventClose: true });
    const readers = [one.getReader(), other.getReader()];
    const read = async () => Promise.all(readers.map(async (reader) => (await reader.read()).value));
    const said = [await read(), await read()];
    stream.close();
    return said;
  },
  'a writer that waits for room is told of it': async (url) => {
    const stream = construct(`${url}/?pause=200&echo`);
    const { readable, writable } = await stream.opened;
    const writer = writable.getWriter();
    const sizes = [writer.desiredSize];
    const written = writer.write(new Uint8Array(4 << 20));
    sizes.push(writer.desiredSize);
    await written;
    await writer.ready;
    sizes.push(writer.desiredSize);
    const { value } = await readable.getReader().read();
    stream.close();
    return [sizes, (value as ArrayBuffer).byteLength];
  },
});
