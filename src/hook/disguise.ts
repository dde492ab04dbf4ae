import { apply, defineProperty, getOwnPropertyDescriptor, uncurry } from './natives.ts';

const NativeProxy = Proxy;
const NativeWeakMap = WeakMap;
const weakGet = uncurry(WeakMap.prototype.get as (this: WeakMap<object, object>, key: object) => object);
const weakSet = uncurry(
  WeakMap.prototype.set as (this: WeakMap<object, object>, key: object, value: object) => object,
);

/** Proxies and what they stand for: `Function.prototype.toString` must not tell one from the other. */
const originals = new NativeWeakMap<object, object>();

/** A proxy of a native function that answers every question as the native does. The handler gets no prototype. */
export function disguise<T extends object>(native: T, handler: ProxyHandler<T>): T {
  const proxy = new NativeProxy(native, { __proto__: null, ...handler } as ProxyHandler<T>);
  weakSet(originals, proxy, native);
  return proxy;
}

/** Replaces a property's value, and nothing else about it. */
export function replaceValue(object: object, name: string, value: unknown): void {
  defineProperty(object, name, {
    __proto__: null,
    ...getOwnPropertyDescriptor(object, name),
    value,
  } as never);
}

/** Lets the browser print a disguised function as the native that it stands for. */
export function disguiseToString(): void {
  const native = Function.prototype.toString;
  const disguised = disguise(native, {
    apply: (target, self, args) => apply(target, original(self), args),
  });
  replaceValue(Function.prototype, 'toString', disguised);
}

const original = (value: unknown): unknown =>
  typeof value === 'function' ? (weakGet(originals, value) ?? value) : value;
