import { isBinary, measured } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { apply, ignore, isAncestor } from '#hook/natives.ts';
import { OPEN } from '#hook/ready-state.ts';
import { patchClass } from './classes.ts';
import { disguiseLooks, replace } from './disguise.ts';
import type { Arguments, Class } from './functions.ts';
import type { Calls, Kind, Life } from './life.ts';
import { listening } from './listen.ts';
import { recorded, track } from './lives.ts';
import { miss } from './missed.ts';
import {
  binaryType,
  bufferedAmount,
  native,
  nativeClose,
  nativeSend,
  openedAs,
  prototype,
  readyState,
  setBinaryType,
  url,
} from './web-socket.ts';

/**
 * Patches `WebSocket` of a window. The constructor becomes a proxy that makes native sockets; `send`, `close` and the
 * setter of `binaryType` become proxies on the prototype. Sockets themselves are left alone.
 */
export function patch(window: Window & typeof globalThis, calls: Calls, recorder: Recorder): void {
  const listener = listening(recorder);
  const begin = (self: object, number: number) => {
    const socket = self as WebSocket;
    const life: Life = {
      number,
      calls,
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
  const kind: Kind = { native: native as Class, name: undefined, begin, url: url as Kind['url'] };
  /** A socket of this window whose making went past us: the class is locked, or was taken before. */
  const adopt = (self: object) => {
    const socket = self as WebSocket;
    const state = measured(readyState as (socket: unknown) => number, socket) ?? OPEN + 1;
    if (state > OPEN || !isAncestor(prototype, socket)) return;
    const number = calls.adopt(kind, socket);
    if (state === OPEN) calls.tell(number, 'open', () => openedAs(socket));
  };
  const send = (_: unknown, self: WebSocket, args: Arguments) => {
    const life = recorded(self, adopt);
    return life && args.length > 0
      ? life.calls.send(life, nativeSend, self, args[0], send)
      : apply(nativeSend, self, args as never);
  };
  const setType = (_: unknown, self: WebSocket, args: Arguments): unknown => {
    const life = recorded(self, adopt);
    const before = life && binaryType(self);
    const result = apply(setBinaryType, self, args as never);
    if (life && binaryType(self) !== before)
      life.calls.tell(life.number, 'binaryType', () => ({ value: binaryType(self) }));
    return result;
  };
  if (!replace(prototype, 'send', 'value', { apply: send })) miss('send()');
  if (!replace(prototype, 'binaryType', 'set', { apply: setType })) miss('binaryType');
  disguiseLooks();
  patchClass(window, 'WebSocket', kind, prototype, calls, adopt);
}
