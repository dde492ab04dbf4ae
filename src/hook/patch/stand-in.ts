import { apply, NativeProxy } from '#hook/natives.ts';

/**
 * Stands for an object while a native turns it into a string. The native asks the object's own methods, once, in its
 * own order, and fails in its own words; what they answer is taken down on the way.
 */
export class StandIn {
  readonly object: object;
  /** The string that the object became; nothing where it became none. */
  text: string | undefined;

  constructor(value: object) {
    const get = (_: object, key: PropertyKey): unknown => {
      const method: unknown = (value as Record<PropertyKey, unknown>)[key];
      if (typeof method !== 'function') return method;
      return (...args: readonly unknown[]) => this.#heard(apply(method, value, args));
    };
    this.object = new NativeProxy({}, { __proto__: null, get } as ProxyHandler<object>);
  }

  #heard(answer: unknown): unknown {
    if (typeof answer !== 'symbol' && !isObject(answer)) this.text = `${answer}`;
    return answer;
  }
}

/** Whether `send` would ask a value's own methods to make a string of it. */
export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
