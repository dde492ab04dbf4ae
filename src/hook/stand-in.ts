import { apply } from './natives.ts';

const { toPrimitive } = Symbol;

/**
 * Stands for an object while a native turns it into a string. The native asks the object's own methods, once, in its
 * own order, and fails in its own words; what they answer is taken down on the way.
 */
export class StandIn {
  /** Has just what is asked for (https://tc39.es/ecma262/#sec-toprimitive); no proxy, which Firefox would name in an error. */
  readonly object: object;
  /** The string that the object became; nothing where it became none. */
  text: string | undefined;

  constructor(value: object) {
    const method = (key: PropertyKey): unknown => {
      const own: unknown = (value as Record<PropertyKey, unknown>)[key];
      if (typeof own !== 'function') return own;
      return (...args: readonly unknown[]) => this.#heard(apply(own, value, args));
    };
    this.object = {
      get [toPrimitive]() {
        return method(toPrimitive);
      },
      get toString() {
        return method('toString');
      },
      get valueOf() {
        return method('valueOf');
      },
    };
  }

  #heard(answer: unknown): unknown {
    if (typeof answer !== 'symbol' && !isObject(answer)) this.text = `${answer}`;
    return answer;
  }
}

/** Whether `send` would ask a value's own methods to make a string of it. */
export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
