import type { Calls, Constructor } from './calls.ts';
import { disguise, disguiseToString, replaceValue } from './disguise.ts';
import { defineProperty, getOwnPropertyDescriptor } from './natives.ts';

type Arguments = readonly unknown[];

/**
 * Patches `WebSocket` of a window. The constructor becomes a proxy that makes native sockets; `send`, `close` and the
 * setter of `binaryType` become proxies on the prototype. Sockets themselves are left alone.
 */
export function patch(window: Window & typeof globalThis, calls: Calls): void {
  const native = window.WebSocket;
  const { prototype } = native;
  const construct = (_: unknown, args: Arguments, newTarget: Constructor) =>
    calls.construct(args, newTarget, construct);
  const send = (_: unknown, self: WebSocket, args: Arguments) => calls.send(self, args, send);
  const close = (_: unknown, self: WebSocket, args: Arguments) => calls.close(self, args, close);
  const own = disguise(native, { construct });
  replaceValue(prototype, 'constructor', own);
  replaceValue(prototype, 'send', disguise(prototype.send, { apply: send }));
  replaceValue(prototype, 'close', disguise(prototype.close, { apply: close }));
  patchBinaryType(prototype, calls);
  disguiseToString();
  replaceValue(window, 'WebSocket', own);
}

function patchBinaryType(prototype: WebSocket, calls: Calls): void {
  const descriptor = getOwnPropertyDescriptor(prototype, 'binaryType');
  if (!descriptor?.set) return;
  const set = disguise(descriptor.set, {
    apply: (_, self, args: Arguments) => calls.setBinaryType(self, args),
  });
  defineProperty(prototype, 'binaryType', { __proto__: null, ...descriptor, set } as PropertyDescriptor);
}
