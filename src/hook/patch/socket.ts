import { getOwnPropertyDescriptor } from '#hook/natives.ts';
import type { Calls, Constructor } from './calls.ts';
import { disguise, disguiseLooks, redefine, replace } from './disguise.ts';

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
  redefine(prototype, 'send', { value: disguise(prototype.send, { apply: send }) });
  redefine(prototype, 'close', { value: disguise(prototype.close, { apply: close }) });
  patchBinaryType(prototype, calls);
  disguiseLooks();
  replace(window, 'WebSocket', native, { construct });
}

function patchBinaryType(prototype: WebSocket, calls: Calls): void {
  const set = getOwnPropertyDescriptor(prototype, 'binaryType')?.set;
  if (!set) return;
  const apply = (_: unknown, self: WebSocket, args: Arguments) => calls.setBinaryType(self, args);
  redefine(prototype, 'binaryType', { set: disguise<typeof set>(set, { apply }) });
}
