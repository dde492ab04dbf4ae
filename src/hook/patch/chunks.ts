import { now } from '#hook/clock.ts';
import { type Call, Frame } from '#hook/log/fact.ts';
import { contentOf, isBuffer } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { trace } from '#hook/log/trace.ts';
import { react } from '#hook/natives.ts';
import { type Calls, sentAs } from './calls.ts';
import { follow, type Heard, hear, type Life } from './lives.ts';
import { isObject } from './stand-in.ts';

const readable = ReadableStream.prototype;
const reader = ReadableStreamDefaultReader.prototype;
const writable = WritableStream.prototype;
const writer = WritableStreamDefaultWriter.prototype;

/** Patches readers and writers, so that the chunks of WebSocketStreams are heard. */
export function patchChunks(recorder: Recorder, calls: Calls): void {
  const got = ({ life, result }: Heard<object>) => follow(result, life);
  hear(recorder, readable, 'getReader', got);
  hear(recorder, writable, 'getWriter', got);
  // A promise of our own that passes on what the native comes to: a reaction beside the page's would count as handling.
  hear<Promise<ReadableStreamReadResult<unknown>>>(recorder, reader, 'read', ({ life, result }) =>
    react(result, (read) => {
      if (!read.done) frame(life, read.value);
      return read;
    }),
  );
  hear(recorder, writer, 'write', ({ life, args, called }) => {
    const value = args[0];
    // An object of another kind is sent as a string that it becomes later: it counts as lost.
    const data = isObject(value) && !isBuffer(value) ? undefined : sentAs(value);
    frame(life, data, {
      state: life.state,
      before: 0,
      after: 0,
      error: undefined,
      trace: trace(now(), called),
    });
  });
  hear(recorder, writer, 'close', ({ life, args, called }) => calls.ending(life, args, called));

  function frame({ number }: Life, data: unknown, call?: Call): void {
    if (recorder.on)
      recorder.note(
        number,
        () => new Frame(now(), number, 'page', contentOf(data, recorder.payloadLimit), call),
      );
  }
}
