import type { EventType, SocketEvent } from './events.ts';
import { isNumber, isOptionalNumber, isOptionalString, isString } from './record.ts';

const isStrings = (value: unknown) => Array.isArray(value) && value.every(isString);
const isAuthor = (value: unknown) => value === 'page' || value === 'panel';

type Checks = Readonly<Record<string, (value: unknown) => boolean>>;

/** Fields of an event with a payload. */
const payload = (own: Checks): Checks => ({
  form: isString,
  size: isNumber,
  offset: isOptionalNumber,
  buffer: isOptionalNumber,
  author: isAuthor,
  ...own,
});

/** The fields of each event, but for those that all have. */
const checks: Readonly<Record<EventType, Checks>> = {
  construct: {
    interface: (value) => value === undefined || value === 'WebSocketStream',
    args: isStrings,
    url: isString,
    protocols: isStrings,
    stack: isString,
    error: isOptionalString,
  },
  open: { protocol: isString, extensions: isString },
  send: /* @__PURE__ */ payload({
    state: isNumber,
    before: isNumber,
    after: isNumber,
    stack: isString,
    error: isOptionalString,
  }),
  message: /* @__PURE__ */ payload({}),
  closing: {
    author: isAuthor,
    code: (value) => value === null || isOptionalNumber(value),
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

/** The event that a list stands for, see `Batch`; `undefined` where it stands for none. */
export function usualEvent(list: readonly unknown[]): SocketEvent | undefined {
  const [n, t, socket, data, before, after] = list;
  if (!isNumber(n) || !isNumber(t) || !isNumber(socket) || !isString(data)) return undefined;
  const [form, author, size] = ['text', 'page', data.length] as const;
  if (list.length === 4) return { type: 'message', n, t, socket, form, size, author, data };
  if (!isNumber(before) || !isNumber(after)) return undefined;
  return { type: 'send', n, t, socket, form, size, author, data, state: 1, before, after, stack: '' };
}
