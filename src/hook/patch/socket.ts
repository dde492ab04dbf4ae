import { now } from '#hook/clock.ts';
import { factOf } from '#hook/log/fact.ts';
import { isBinary } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { apply, ignore } from '#hook/natives.ts';
import type { Calls, Kind } from './calls.ts';
import { patchClass } from './classes.ts';
import { disguiseLooks, replace } from './disguise.ts';
import type { Arguments, Class } from './functions.ts';
import { listening } from './listen.ts';
import { type Life, track } from './lives.ts';
import {
  binaryType,
  bufferedAmount,
  NativeWebSocket,
  nativeClose,
  nativeSend,
  readyState,
  setBinaryType,
  url,
} from './web-socket.ts';

/**
 * Patches `WebSocket` of a window. The constructor becomes a proxy that makes native sockets; `send`, `close` and the
 * setter of `binaryType` become proxies on the prototype. Sockets themselves are left alone.
 */
export function patch(window: Window & typeof globalThis, calls: Calls, recorder: Recorder): void {
  const { prototype } = window.WebSocket;
  const listener = listening(recorder);
  const begin = (self: object, number: number) => {
    const socket = self as WebSocket;
    const life: Life = {
      number,
      isBytes: isBinary,
      nativeSend,
      sender: socket,
      readyState: () => readyState(socket),
      bufferedAmount: () => bufferedAmount(socket),
      closing: ignore,
      close: (args) => calls.close(life, nativeClose, socket, args),
      inject: (data) => listener.inject(socket, data),
    };
    track(socket, life);
    listener.listen(socket, number);
  };
  const kind: Kind = {
    native: NativeWebSocket as unknown as Class,
    name: undefined,
    begin,
    url: url as Kind['url'],
  };
  const send = (_: unknown, self: WebSocket, args: Arguments) => {
    const life = calls.recorded(self);
    return life && args.length > 0 ? calls.send(life, args[0], send) : apply(nativeSend, self, args as never);
  };
  replace(prototype, 'send', 'value', { apply: send });
  replace(prototype, 'binaryType', 'set', {
    apply(_: unknown, self: WebSocket, args: Arguments): unknown {
      const life = calls.recorded(self);
      const before = life && binaryType(self);
      const result = apply(setBinaryType, self, args as never);
      if (life && binaryType(self) !== before)
        recorder.note(life.number, () =>
          factOf('binaryType', now(), life.number, { value: binaryType(self) }),
        );
      return result;
    },
  });
  disguiseLooks();
  patchClass(window, 'WebSocket', kind, calls);
}
