/** For probes that poison what is built in: what is called there is written down. Nothing here uses what it spies on. */

const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const NativeProxy = Proxy;
const toText = String;

/** What was called, in order. It is a text, because an array would call what may be poisoned. */
export class Log {
  text = '';

  note<T>(line: string, value?: T): T | undefined {
    this.text += `${line}\n`;
    return value;
  }
}

/** A descriptor that no property of Object.prototype is found on. */
const bare = <T extends object>(fields: T): T => ({ __proto__: null, ...fields }) as T;

/** A function that writes down its calls, and does what it does; what is no function is given as it is. */
function noting(log: Log, name: string, value: unknown): unknown {
  if (typeof value !== 'function') return value;
  const handler: ProxyHandler<(...args: unknown[]) => unknown> = {
    apply(target, self, args) {
      log.note(name);
      return apply(target, self, args);
    },
    construct(target, args, newTarget) {
      log.note(`new ${name}`);
      return construct(target, args, newTarget);
    },
  };
  return new NativeProxy(value as (...args: unknown[]) => unknown, bare(handler));
}

/** Writes down each call of a method, getter or setter. */
export function spyOn(log: Log, owner: object, key: PropertyKey, name: string): void {
  const own = getOwnPropertyDescriptor(owner, key);
  if (!own?.configurable && !own?.writable) return;
  const { value, get, set } = bare(own);
  const poisoned =
    get || set
      ? { get: noting(log, `get ${name}`, get), set: noting(log, `set ${name}`, set) }
      : { value: noting(log, name, value) };
  defineProperty(owner, key, bare({ ...own, ...poisoned }) as PropertyDescriptor);
}

/** Spies on all that an object owns. */
export function spyOnAll(log: Log, owner: object, name: string, except: readonly PropertyKey[] = []): void {
  for (const key of ownKeys(owner))
    if (!except.includes(key)) spyOn(log, owner, key, `${name}.${toText(key)}`);
}

/** Puts properties on a prototype that write down that they are read or written, as no object has them by itself. */
export function trap(log: Log, prototype: object, keys: readonly PropertyKey[]): void {
  for (const key of keys)
    if (!getOwnPropertyDescriptor(prototype, key))
      defineProperty(
        prototype,
        key,
        bare({
          configurable: true,
          get: () => log.note(`reads ${toText(key)}`),
          set: () => log.note(`writes ${toText(key)}`),
        }),
      );
}
