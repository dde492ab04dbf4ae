import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  method,
  NativeProxy,
  setPrototypeOf as nativeSetPrototypeOf,
} from '#hook/natives.ts';
import { original, remember } from './originals.ts';

const isAncestor = method(Object, 'isPrototypeOf') as (object: object, other: unknown) => boolean;

/** A proxy of a native function that answers every question as the native does. The handler gets no prototype. */
function disguise<T extends object>(native: T, handler: ProxyHandler<T>): T {
  // The browser's own search for a cycle ends at a proxy, and what is asked of a cycle has no end.
  const setPrototypeOf = (_: T, prototype: object | null) =>
    prototype !== proxy && !isAncestor(proxy, prototype) && nativeSetPrototypeOf(native, prototype);
  const proxy = new NativeProxy(native, { __proto__: null, setPrototypeOf, ...handler } as ProxyHandler<T>);
  remember(proxy, native);
  return proxy;
}

/** Changes what a property has in a slot, and nothing else about it. */
export const redefine = (
  object: object,
  name: PropertyKey,
  slot: keyof PropertyDescriptor,
  content: unknown,
) => defineProperty(object, name, { __proto__: null, [slot]: content } as PropertyDescriptor);

/** Disguises the native function that a property has as its value, its getter or its setter; gives the disguise. */
export function replace(
  object: object,
  name: PropertyKey,
  slot: 'value' | 'get' | 'set',
  handler: ProxyHandler<never>,
): unknown {
  const native = getOwnPropertyDescriptor(object, name)?.[slot] as never;
  const disguised = disguise(native, handler);
  redefine(object, name, slot, disguised);
  return disguised;
}

/** Lets the browser's functions that look into a function see the native that a disguised one stands for. */
export function disguiseLooks(): void {
  const { prototype } = Function;
  const seeThrough: ProxyHandler<never> = {
    apply: (target, self, args) => apply(target, original(self), args),
  };
  replace(prototype, 'toString', 'value', seeThrough);
  for (const name of ['caller', 'arguments']) {
    replace(prototype, name, 'get', seeThrough);
    replace(prototype, name, 'set', seeThrough);
  }
}
