import type { Calls, Constructor } from './calls.ts';
import { disguiseLooks, replace, replaceClass } from './disguise.ts';

type Arguments = readonly unknown[];

/**
 * Patches `WebSocket` of a window. The constructor becomes a proxy that makes native sockets; `send`, `close` and the
 * setter of `binaryType` become proxies on the prototype. Sockets themselves are left alone.
 */
export function patch(window: Window & typeof globalThis, calls: Calls): void {
  const { prototype } = window.WebSocket;
  const construct = (_: unknown, args: Arguments, newTarget: Constructor) =>
    calls.construct(args, newTarget, construct);
  const send = (_: unknown, self: WebSocket, args: Arguments) => calls.send(self, args, send);
  const close = (_: unknown, self: WebSocket, args: Arguments) => calls.close(self, args, close);
  replace(prototype, 'send', 'value', { apply: send });
  replace(prototype, 'close', 'value', { apply: close });
  replace(prototype, 'binaryType', 'set', {
    apply: (_: unknown, self: WebSocket, args: Arguments) => calls.setBinaryType(self, args),
  });
  disguiseLooks();
  replaceClass(window, 'WebSocket', prototype, { construct });
}
