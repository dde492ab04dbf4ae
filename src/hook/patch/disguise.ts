import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  isAncestor,
  NativeProxy,
  setPrototypeOf as nativeSetPrototypeOf,
} from '#hook/natives.ts';
import { original, remember } from './originals.ts';

type Slot = 'value' | 'get' | 'set';

/** A proxy of a native function that answers every question as the native does. The handler gets no prototype. */
function disguise<T extends object>(native: T, handler: ProxyHandler<T>): T {
  // The browser's own search for a cycle ends at a proxy, and what is asked of a cycle has no end.
  const setPrototypeOf = (_: T, prototype: object | null) =>
    prototype !== proxy && !isAncestor(proxy, prototype) && nativeSetPrototypeOf(native, prototype);
  const proxy = new NativeProxy(native, { __proto__: null, setPrototypeOf, ...handler } as ProxyHandler<T>);
  remember(proxy, native);
  return proxy;
}

/** Changes what a property has in a slot, and nothing else about it; gives whether it could. */
export const redefine = (object: object, name: PropertyKey, slot: Slot, content: unknown): boolean =>
  defineProperty(object, name, { __proto__: null, [slot]: content } as PropertyDescriptor);

/**
 * Disguises the function that a property has as its value, its getter or its setter. Another script may have been there
 * first: a value may come from a getter, and what is locked stays as it is.
 * @returns the disguise; nothing where there is none
 */
export function replace(
  object: object,
  name: PropertyKey,
  slot: Slot,
  handler: ProxyHandler<never>,
): object | undefined {
  try {
    const {
      get,
      set,
      [slot]: own,
    } = { __proto__: null, ...getOwnPropertyDescriptor(object, name) } as PropertyDescriptor;
    const isComputed = slot === 'value' && get;
    const found = (isComputed ? apply(get, object, []) : own) as never;
    const disguised = disguise(found, handler);
    const seen = (native: never, self: unknown, args: readonly unknown[]) => {
      const value: unknown = apply(native, self, args);
      return value === found ? disguised : value;
    };
    const isDone = isComputed
      ? replace(object, name, 'get', { apply: seen }) ||
        (set && apply(set, object, [disguised]) !== disguised)
      : redefine(object, name, slot, disguised);
    return isDone ? disguised : undefined;
  } catch {
    // There is no function, or what stands before it throws.
    return undefined;
  }
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
