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

/** Cuts a class loose from Object.prototype, so that what a page puts there is not found on its instances. */
export const seal = (cut: { readonly prototype: object }) => setPrototypeOf(cut.prototype, null);

export const stringify = JSON.stringify as (value: unknown) => string;
export const parse = JSON.parse as (text: string) => unknown;
export const { isArray } = Array;
export const { min } = Math;

export const addEventListener = uncurry(EventTarget.prototype.addEventListener);
export const dispatchEvent = uncurry(EventTarget.prototype.dispatchEvent);
