import { apply } from '#hook/natives.ts';
import { redefine, replace } from './disguise.ts';
import type { Arguments, Constructor, Native } from './functions.ts';
import type { Calls, Kind } from './life.ts';
import { recorded } from './lives.ts';
import { miss } from './missed.ts';

/**
 * Patches the constructor of a class, and what closes its instances: the class becomes a proxy that makes native ones.
 * @param prototype the native one of its instances
 * @param adopt takes up an instance that nobody saw being made, where it can
 */
export function patchClass(
  window: Window,
  name: string,
  kind: Kind,
  prototype: object,
  calls: Calls,
  adopt: (self: object) => void,
): void {
  const { native } = kind;
  const { close: nativeClose } = prototype as { readonly close: Native };
  const construct = (_: unknown, args: Arguments, newTarget: Constructor) =>
    // One that is not the browser's own may look whether it was called by itself.
    calls.construct(kind, args, newTarget === disguised ? native : newTarget, construct);
  const close = (_: unknown, self: object, args: Arguments): unknown => {
    const life = recorded(self, adopt);
    return life
      ? life.calls.close(life, nativeClose, self, args, close)
      : apply(nativeClose, self, args as never);
  };
  if (!replace(prototype, 'close', 'value', { apply: close })) miss('close()');
  const disguised = replace(window, name, 'value', { construct });
  if (!disguised) miss(name);
  else if (prototype.constructor === native) redefine(prototype, 'constructor', 'value', disguised);
}
