/**
 * The browser's own functions, taken before any script of the page can replace them. The hook uses these and its
 * own objects only: no method of a built-in prototype, no iteration, no spread of arrays.
 */
const { bind, call } = Function.prototype;

/** A method as a function of its object: `uncurry(Map.prototype.get)(map, key)`. Immune to later changes of prototypes. */
export const uncurry = bind.bind(call as never) as <T, A extends readonly unknown[], R>(
  method: (this: T, ...args: A) => R,
) => (self: T, ...args: A) => R;

export const { apply, construct, defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;

/** The getter of an accessor property, as a function of its object; throws a TypeError on an object of another kind. */
export const getter = <T, R>(prototype: object, name: string): ((self: T) => R) =>
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

/** A list as a native takes it that iterates: past the iterators that a page may have replaced. */
export const iterable = <T>(items: readonly T[]): Iterable<T> => {
  let i = 0;
  const next = () => ({ __proto__: null, done: i === items.length, value: items[i++] });
  return { __proto__: null, [iterator]: () => ({ __proto__: null, next }) } as unknown as Iterable<T>;
};

/** Cuts a class loose from Object.prototype, so that what a page puts there is not found on its instances. */
export const seal = (cut: { readonly prototype: object }) => setPrototypeOf(cut.prototype, null);

export const stringify = JSON.stringify as (value: unknown) => string;
export const parse = JSON.parse as (text: string) => unknown;
export const { isArray } = Array;
export const { min } = Math;
/** Not so for a proxy of one, which would let the page see that it is looked at. */
export const { isError } = Error as unknown as { isError(value: unknown): value is Error };

export const addEventListener = uncurry(EventTarget.prototype.addEventListener);
export const dispatchEvent = uncurry(EventTarget.prototype.dispatchEvent);

export const NativeCustomEvent = CustomEvent;
export const NativeProxy = Proxy;
export const NativeArrayBuffer = ArrayBuffer;
export const NativeBlob = Blob;
export const NativeUint8Array = Uint8Array;

/** Where the getters of all typed arrays are. */
export const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
export const setBytes = uncurry(Uint8Array.prototype.set);
export const textSlice = uncurry(String.prototype.slice);
export const detail = getter<Event, unknown>(CustomEvent.prototype, 'detail');
export const stop = uncurry(Event.prototype.stopImmediatePropagation);
export const weakGet = uncurry(WeakMap.prototype.get) as <K extends object, V>(
  map: WeakMap<K, V>,
  key: K,
) => V | undefined;
export const weakSet = uncurry(WeakMap.prototype.set) as <K extends object, V>(
  map: WeakMap<K, V>,
  key: K,
  value: V,
) => unknown;

/** A native promise of what comes of another; only for those that the page has not got yet, or gets from us. */
export const react = uncurry(Promise.prototype.then) as <T, R>(
  promise: Promise<T>,
  fulfilled: (value: T) => R,
  rejected?: (error: unknown) => R,
) => Promise<R>;
