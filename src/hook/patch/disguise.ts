import { apply, defineProperty, getOwnPropertyDescriptor, NativeProxy } from '#hook/natives.ts';
import { original, remember } from './originals.ts';

/** A proxy of a native function that answers every question as the native does. The handler gets no prototype. */
export function disguise<T extends object>(native: T, handler: ProxyHandler<T>): T {
  const proxy = new NativeProxy(native, { __proto__: null, ...handler } as ProxyHandler<T>);
  remember(proxy, native);
  return proxy;
}

/** Changes a property's value, getter or setter, and nothing else about it. */
export function redefine(object: object, name: string, change: PropertyDescriptor): void {
  defineProperty(object, name, {
    __proto__: null,
    ...getOwnPropertyDescriptor(object, name),
    ...change,
  } as PropertyDescriptor);
}

/** Puts a disguise of a class into a window in its place. */
export function replace<T extends { readonly prototype: object }>(
  window: Window,
  name: string,
  native: T,
  handler: ProxyHandler<T>,
): void {
  const value = disguise(native, handler);
  redefine(native.prototype, 'constructor', { value });
  redefine(window, name, { value });
}

/** Lets the browser's functions that look into a function see the native that a disguised one stands for. */
export function disguiseLooks(): void {
  const { prototype } = Function;
  const seeThrough = <T extends object>(native: T): T =>
    disguise(native, { apply: (target, self, args) => apply(target as never, original(self), args) });
  redefine(prototype, 'toString', { value: seeThrough(prototype.toString) });
  for (const name of ['caller', 'arguments']) {
    const { get, set } = getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
    if (get && set) redefine(prototype, name, { get: seeThrough(get), set: seeThrough(set) });
  }
}
