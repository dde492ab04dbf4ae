/** A call stack that was caught and not yet written out, which is what costs. */
export type Trace = { readonly stack?: unknown } | undefined;

/** About what one takes in memory, in bytes. */
export const TRACE = 1000;

/** Traces a second: enough for every call that a person could look at, and a flood of sends costs nothing more. */
const PER_SECOND = 100;

const NativeError = Error;
const { captureStackTrace } = NativeError as unknown as {
  captureStackTrace(holder: object, above: Called): void;
};

/** The hook's own function that the page called: the stack begins above it. */
export type Called = (...args: never) => unknown;

let second = 0;
let caught = 0;

/**
 * The call stack above a function, or nothing where too many were caught in this second. `now` in ms. Nothing either
 * where the page formats stacks itself: its `Error.prepareStackTrace` would be run, and would see us.
 */
export function trace(now: number, above: Called | undefined): Trace {
  if (now - second > 1000) {
    second = now;
    caught = 0;
  }
  if (!above || ++caught > PER_SECOND || pageFormats()) return undefined;
  const holder = { __proto__: null } as { stack?: unknown };
  captureStackTrace(holder, above);
  return holder;
}

/** The trace written out, a frame a line, as the browser writes it; empty where there is none. */
export function traceText(caughtTrace: Trace): string {
  const text = caughtTrace && !pageFormats() ? caughtTrace.stack : undefined;
  return typeof text === 'string' ? text : '';
}

const pageFormats = () => 'prepareStackTrace' in NativeError;
