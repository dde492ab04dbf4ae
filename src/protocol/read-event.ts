import type { EventType } from './events.ts';
import { isNumber, isOptionalNumber, isOptionalString, isString } from './record.ts';

const isStrings = (value: unknown) => Array.isArray(value) && value.every(isString);
const isAuthor = (value: unknown) => value === 'page' || value === 'panel';

type Checks = Readonly<Record<string, (value: unknown) => boolean>>;

const payload: Checks = {
  form: isString,
  size: isNumber,
  offset: isOptionalNumber,
  buffer: isOptionalNumber,
};

/** The fields of each event, but for those that all have. */
const checks: Readonly<Record<EventType, Checks>> = {
  construct: {
    args: isStrings,
    url: isString,
    protocols: isStrings,
    stack: isString,
    error: isOptionalString,
  },
  open: { protocol: isString, extensions: isString },
  send: {
    ...payload,
    author: isAuthor,
    state: isNumber,
    before: isNumber,
    after: isNumber,
    stack: isString,
    error: isOptionalString,
  },
  message: { ...payload, author: isAuthor },
  closing: {
    author: isAuthor,
    code: isOptionalNumber,
    reason: isOptionalString,
    stack: isString,
    error: isOptionalString,
  },
  error: {},
  close: { code: isNumber, reason: isString, wasClean: (value) => typeof value === 'boolean' },
  buffered: { amount: isNumber },
  binaryType: { value: isString },
};

/** Whether an object has the fields of an event; `data`, or where it is to be found, is not looked at. */
export const isEvent = (value: Record<string, unknown>): boolean => {
  const own = Object.hasOwn(checks, String(value.type)) ? checks[value.type as EventType] : undefined;
  if (!own || !isNumber(value.n) || !isNumber(value.t) || !isNumber(value.socket)) return false;
  for (const field in own) if (!own[field]?.(value[field])) return false;
  return true;
};
