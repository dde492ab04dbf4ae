import { getter, isError, ownValue } from '#hook/natives.ts';

const name = getter<unknown, string>(DOMException, 'name');
const message = getter<unknown, string>(DOMException, 'message');

/** Name and message of what a native threw; an object of the page's own making is not looked into. */
export function errorText(thrown: unknown): string | undefined {
  if (thrown === undefined) return undefined;
  try {
    return `${name(thrown)}: ${message(thrown)}`;
  } catch {
    // No DOMException: the conversion of an argument threw, with whatever the page or the language throws.
    return ownMessage(thrown);
  }
}

function ownMessage(thrown: unknown): string {
  if (!isError(thrown)) return typeof thrown;
  const own = ownValue(thrown, 'message');
  return typeof own === 'string' ? own : 'object';
}
