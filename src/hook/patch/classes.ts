import { apply } from '#hook/natives.ts';
import type { Calls, Kind } from './calls.ts';
import { redefine, replace } from './disguise.ts';
import type { Arguments, Constructor } from './functions.ts';

/** Patches the constructor of a class, and what closes its instances: the class becomes a proxy that makes native ones. */
export function patchClass(window: Window, name: string, kind: Kind, calls: Calls): void {
  const { prototype } = kind.native;
  const { close: nativeClose } = prototype;
  const construct = (_: unknown, args: Arguments, newTarget: Constructor) =>
    calls.construct(kind, args, newTarget, construct);
  const close = (_: unknown, self: object, args: Arguments): unknown => {
    const life = calls.recorded(self);
    return life ? calls.close(life, nativeClose, self, args, close) : apply(nativeClose, self, args as never);
  };
  replace(prototype, 'close', 'value', { apply: close });
  redefine(prototype, 'constructor', 'value', replace(window, name, 'value', { construct }));
}
