import type { Fields } from '#hook/log/fact.ts';
import { isBuffer } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { getter, settled } from '#hook/natives.ts';
import { redefine } from '#hook/patch/disguise.ts';
import type { Class } from '#hook/patch/functions.ts';
import { hearing } from '#hook/patch/hearing.ts';
import type { Calls, Life, Sent } from '#hook/patch/life.ts';
import { release, track } from '#hook/patch/lives.ts';
import { CLOSED, CLOSING, CONNECTING, OPEN } from '#hook/ready-state.ts';
import type { EventType } from '#protocol';
import { type End, nativeWrite, type Readable, readThrough, writeThrough } from './through.ts';

/** https://websockets.spec.whatwg.org/#dictdef-websocketopeninfo */
interface Opened {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
  readonly protocol: string;
  readonly extensions: string;
}

/** https://websockets.spec.whatwg.org/#dictdef-websocketcloseinfo */
interface Closed {
  readonly closeCode: number;
  readonly reason: string;
}

/** What follows a WebSocketStream of that number through its life, from its construction. */
export function followingStreams(native: Class, calls: Calls, recorder: Recorder) {
  const opened = getter<object, Promise<Opened>>(native, 'opened');
  const closed = getter<object, Promise<Closed>>(native, 'closed');
  const { close } = native.prototype;
  const hear = hearing(recorder);

  return (stream: object, number: number): void => {
    let state = CONNECTING;
    let readable: Readable;
    const tell = (type: EventType, fields: Fields) => calls.tell(number, type, () => fields);
    const ended = (code: number, reason: string, wasClean: boolean) => {
      state = CLOSED;
      release(number);
      tell('close', { code, reason, wasClean });
    };
    const end: End = (native, self, args, called) => calls.close(life, native, self, args, called);
    const life: Life & { sender: object } = {
      number,
      calls,
      isBytes: isBuffer,
      nativeSend: nativeWrite,
      sender: stream,
      readyState: () => state,
      bufferedAmount: () => 0,
      close: ([closeCode, reason]: readonly unknown[]) =>
        end(close, stream, [{ __proto__: null, closeCode, reason }]),
      inject: (data: Sent) => readable.give(data, 'panel'),
      closing: () => {
        if (state <= OPEN) state = CLOSING;
      },
    };
    /** The page has not seen yet what `opened` came to: ours is the first reaction. */
    const open = (info: Opened) => {
      const { protocol, extensions } = info;
      state = OPEN;
      tell('open', { protocol, extensions });
      readable = readThrough(info.readable, (chunk, author) => hear(number, chunk, author), end);
      const writable = writeThrough(
        info.writable,
        (chunk, called) => calls.send(life, nativeWrite, life.sender, chunk, called),
        end,
      );
      life.sender = writable.writer;
      redefine(info, 'readable', 'value', readable.stream);
      redefine(info, 'writable', 'value', writable.stream);
    };
    track(stream, life);
    settled(opened(stream), open, () => tell('error', {}));
    settled(
      closed(stream),
      ({ closeCode, reason }) => ended(closeCode, reason, true),
      () => ended(1006, '', false),
    );
  };
}
