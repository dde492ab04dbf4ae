/**
 * The browser's own functions, taken before any script of the page can replace them. The hook uses these and its
 * own objects only: no method of a built-in prototype, no iteration, no spread of arrays.
 */
const { bind, call } = Function.prototype;

/** A function with `this` as its first argument. Immune to later changes of prototypes. */
export const uncurry = bind.bind(call as never) as <T, A extends readonly unknown[], R>(
  method: (this: T, ...args: A) => R,
) => (self: T, ...args: A) => R;

type Class<T> = { readonly prototype: T };

/** A method as a function of its object: `method(Map, 'get')(map, key)`. */
export const method = <T, K extends keyof T>({ prototype }: Class<T>, name: K) =>
  uncurry(prototype[name] as never) as T[K] extends (...args: infer A) => infer R
    ? (self: T, ...args: A) => R
    : never;

export const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } =
  Reflect;

/** The getter of an accessor property, as a function of its object; throws a TypeError on an object of another kind. */
export const getter = <T, R>({ prototype }: Class<object>, name: PropertyKey): ((self: T) => R) =>
  uncurry(getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => R);

/** What an object has in a slot of its own; nothing where it has a getter there. No code of a page is run for it. */
export const ownValue = (object: object, key: PropertyKey): unknown =>
  (({ __proto__: null, ...getOwnPropertyDescriptor(object, key) }) as PropertyDescriptor).value;

/** An empty array that a page cannot reach by what it puts on prototypes: no setter of an index, no `toJSON`. */
export function list<T>(): T[] {
  const items: T[] = [];
  setPrototypeOf(items, null);
  return items;
}

const { iterator } = Symbol;

/** A list as a native takes it that iterates, once: past the iterators that a page may have replaced. */
export const iterable = <T>(items: readonly T[]): Iterable<T> => {
  let i = 0;
  const all: Iterator<T> & Iterable<T> = {
    __proto__: null,
    next: () => ({ __proto__: null, done: i === items.length, value: items[i++] }),
    [iterator]: () => all,
  } as unknown as Iterator<T> & Iterable<T>;
  return all;
};

export const stringify = JSON.stringify as (value: unknown) => string;
export const parse = JSON.parse as (text: string) => unknown;
export const { isArray } = Array;
export const { min } = Math;
/** Not so for a proxy of one, which would let the page see that it is looked at. */
export const { isError } = Error as unknown as { isError(value: unknown): value is Error };

/** Whether an object is among the prototypes of another. */
export const isAncestor = method(Object, 'isPrototypeOf') as (object: object, other: unknown) => boolean;

export const addEventListener = method(EventTarget, 'addEventListener');
export const dispatchEvent = method(EventTarget, 'dispatchEvent');

export const NativeCustomEvent = CustomEvent;
export const NativeProxy = Proxy;
export const NativeArrayBuffer = ArrayBuffer;
export const NativeBlob = Blob;
export const NativeUint8Array = Uint8Array;

/** What all classes of typed arrays extend: it has their getters. */
export const TypedArray = Object.getPrototypeOf(Uint8Array) as typeof Uint8Array;
/** Of a typed array, in bytes. */
export const byteLength = getter<unknown, number>(TypedArray, 'byteLength');
export const setBytes = method(Uint8Array, 'set');
export const textSlice = method(String, 'slice');
export const detail = getter<Event, unknown>(CustomEvent, 'detail');
export const stop = method(Event, 'stopImmediatePropagation');
export const weakGet = method(WeakMap, 'get') as <K extends object, V>(
  map: WeakMap<K, V>,
  key: K,
) => V | undefined;
export const weakSet = method(WeakMap, 'set') as <K extends object, V>(
  map: WeakMap<K, V>,
  key: K,
  value: V,
) => unknown;

/** A native promise of what comes of another; only for those that the page has not got yet, or gets from us. */
export const react = method(Promise, 'then') as <T, R>(
  promise: Promise<T>,
  fulfilled: (value: T) => R,
  rejected?: (error: unknown) => R,
) => Promise<R>;

export const ignore = (): undefined => undefined;

/** Reacts to a promise; what goes wrong in that never becomes a rejection that the page would be told of. */
export const settled = <T>(
  promise: Promise<T>,
  fulfilled: (value: T) => void,
  rejected: (error: unknown) => void,
): unknown => react(react(promise, fulfilled, rejected), ignore, ignore);
