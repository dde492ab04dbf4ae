/** Values as text, errors without what differs by nature. It takes what it uses before a probe can poison it. */

const { stringify } = JSON;
const { isFinite: isFiniteNumber } = Number;
const { is } = Object;
const NativeError = Error;
const NativeDOMException = DOMException;
const replaceIn = Function.prototype.call.bind(String.prototype.replace) as (
  text: string,
  pattern: RegExp,
  by: string,
) => string;
const { apply } = Reflect;
const { toString: nameOfKind } = Object.prototype;

/** A value as text: also what JSON leaves out or writes as something else. */
export function printed(value: unknown): string {
  return stringify(value, (_key, each: unknown) => printedAlone(each), 1) ?? '';
}

function printedAlone(value: unknown): unknown {
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'number' && !isFiniteNumber(value)) return `number ${value}`;
  if (is(value, -0)) return 'number -0';
  if (typeof value === 'symbol') return 'symbol';
  return value === undefined || typeof value === 'bigint' ? `${typeof value} ${value}` : value;
}

/** What calling a function comes to: what it gives, or what it throws. */
export function outcome(run: () => unknown): unknown {
  try {
    const value = run();
    return { gives: value instanceof EventTarget ? kind(value) : value };
  } catch (error) {
    return { throws: errorOf(error) };
  }
}

/** What Firefox says of a value is the source text of the script that called: like a stack, it is not compared. */
const quoted = /^can't convert .* to |^.* is not iterable/;

/** An error without its stack; anything else that was thrown as it is. */
export function errorOf(error: unknown): unknown {
  if (!(error instanceof NativeError)) return error;
  const { name, message } = error;
  const code = error instanceof NativeDOMException ? error.code : 'none';
  return { kind: kind(error), name, message: replaceIn(message, quoted, '…'), code };
}

/** What `Object.prototype.toString` says of a value. */
export const kind = (value: unknown): string => apply(nameOfKind, value, []);

/** Descriptors of what an object owns, in order. */
export function descriptors(object: object): unknown[] {
  return Reflect.ownKeys(object).map((key) => {
    const { value, get, set, ...flags } = Reflect.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
    return [String(key), flags, 'value', face(value), 'get', face(get), 'set', face(set)];
  });
}

/** What a function shows of itself; what is no function by its kind, or as it is where it is primitive. */
export function face(value: unknown): unknown {
  if (typeof value !== 'function') return Object(value) === value ? kind(value) : value;
  return [
    value.name,
    value.length,
    Function.prototype.toString.call(value),
    Reflect.ownKeys(value).map(String),
  ];
}
