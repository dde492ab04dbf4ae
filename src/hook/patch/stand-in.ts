import { measured } from '#hook/log/payload.ts';
import { apply, isArray } from '#hook/natives.ts';

const { toPrimitive } = Symbol;

/** What a native is given in place of an object. */
export interface StandIn {
  readonly object: object;
  /** The string that the object became; empty where it became none. */
  readonly text: () => string;
}

/**
 * Stands for an object while a native turns it into a string. The native asks the object's own methods, once, in its
 * own order, and fails in its own words; what they answer is taken down on the way.
 */
export function standIn(value: object): StandIn {
  let text = '';
  const get = (key: PropertyKey) => {
    const method = (value as Record<PropertyKey, (...args: readonly unknown[]) => never>)[key];
    if (typeof method !== 'function') return method as never;
    return (...args: readonly unknown[]) => {
      const answer: unknown = apply(method, value, args);
      if (typeof answer !== 'symbol' && !isObject(answer)) text = `${answer}`;
      return answer as never;
    };
  };
  // All that is asked for, and no proxy: Firefox says in its errors what the object was.
  const asked: { toString?: unknown; valueOf(): object; [toPrimitive](): string } = {
    get [toPrimitive]() {
      const method = get(toPrimitive);
      // Asked for no more; and where it is the usual one, Chromium says in its errors what the object was.
      if (method != null) delete asked.toString;
      return method;
    },
    get toString() {
      return get('toString');
    },
    get valueOf() {
      return get('valueOf');
    },
  };
  // Of a proxy that was revoked nothing can be asked, and the native says so best.
  const object = measured(isArray, value) === undefined ? value : asked;
  return { object, text: () => text };
}

/** Whether `send` would ask a value's own methods to make a string of it. */
export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
