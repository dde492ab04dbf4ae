import type { EventType, SocketEvent } from './events.ts';
import { isRecord } from './record.ts';

/**
 * A batch: the one envelope that goes up. Events are one JSON text, which costs the page least: it is written
 * once, copied as a string on the way, and read in the panel's process. Bytes and long texts travel beside it.
 */
export interface Batch {
  /** Name of the reader (a panel) that this batch is for. */
  readonly reader: string;
  /** `performance.timeOrigin` of the document: ms since the epoch. */
  readonly origin: number;
  /** JSON of `WireEvent[]`. */
  readonly events: string;
  /**
   * Payloads too long or too binary for JSON, one after the other, text in UTF-8; an event names its own by `at` and
   * `length`. A Blob is a third of the price of the same bytes in the message, and not bound by its 64 MiB.
   */
  readonly bytes: ArrayBuffer | Blob;
  /** Per socket, how many events this reader will never see: they were evicted before it could have them. */
  readonly lost: readonly (readonly [socket: number, events: number])[];
  readonly outcomes: readonly Outcome[];
}

/** What became of a command; `error` is absent where it was carried out. */
export interface Outcome {
  readonly id: number;
  readonly error?: Refusal;
}

/** Why the hook did not carry a command out. */
export type Refusal = 'gone' | 'connecting' | 'closed' | { readonly thrown: string };

/** A batch whose events have been read and have their payloads in them. */
export interface ReadBatch {
  readonly origin: number;
  readonly events: readonly SocketEvent[];
  readonly lost: Batch['lost'];
  readonly outcomes: readonly Outcome[];
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isStrings = (value: unknown) => Array.isArray(value) && value.every(isString);
const isAuthor = (value: unknown) => value === 'page' || value === 'panel';
const optional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value);

type Checks = Readonly<Record<string, (value: unknown) => boolean>>;

const payload: Checks = {
  form: isString,
  size: isNumber,
  offset: optional(isNumber),
  buffer: optional(isNumber),
};

const checks: Readonly<Record<EventType, Checks>> = {
  construct: {
    args: isStrings,
    url: isString,
    protocols: isStrings,
    stack: isString,
    error: optional(isString),
  },
  open: { protocol: isString, extensions: isString },
  send: {
    ...payload,
    author: isAuthor,
    state: isNumber,
    before: isNumber,
    after: isNumber,
    stack: isString,
    error: optional(isString),
  },
  message: { ...payload, author: isAuthor },
  closing: {
    author: isAuthor,
    code: optional(isNumber),
    reason: optional(isString),
    stack: isString,
    error: optional(isString),
  },
  error: {},
  close: { code: isNumber, reason: isString, wasClean: (value) => typeof value === 'boolean' },
  buffered: { amount: isNumber },
  binaryType: { value: isString },
};

const isEvent = (value: Record<string, unknown>): boolean => {
  const own = Object.hasOwn(checks, String(value.type)) ? checks[value.type as EventType] : undefined;
  if (!own || !isNumber(value.n) || !isNumber(value.t) || !isNumber(value.socket)) return false;
  for (const field in own) if (!own[field]?.(value[field])) return false;
  return true;
};

/** Puts an event's payload, if it travelled beside the JSON, back into the event; bytes are a view, not a copy. */
function withData(value: unknown, bytes: Uint8Array): SocketEvent | undefined {
  if (!isRecord(value) || !isEvent(value)) return undefined;
  const { at, length, ...event } = value;
  if (isNumber(at) && isNumber(length) && at + length <= bytes.length) {
    const own = bytes.subarray(at, at + length);
    event.data = event.form === 'text' ? decoder.decode(own) : own;
  }
  if (event.data !== undefined && !isString(event.data) && !(event.data instanceof Uint8Array))
    return undefined;
  return event as unknown as SocketEvent;
}

/** A byte order mark is part of a message like any other character. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A Blob dies with its page if the bytes had not left it: what was in it is then missing from its events. */
const bytesOf = async (value: unknown): Promise<Uint8Array> => {
  const buffer = value instanceof Blob ? await value.arrayBuffer().catch(() => undefined) : value;
  return new Uint8Array(buffer instanceof ArrayBuffer ? buffer : new ArrayBuffer());
};

const isLoss = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && isNumber(value[0]) && isNumber(value[1]);

const isRefusal = (value: unknown): value is Refusal =>
  value === 'gone' ||
  value === 'connecting' ||
  value === 'closed' ||
  (isRecord(value) && isString(value.thrown));

const isOutcome = (value: unknown): value is Outcome =>
  isRecord(value) && isNumber(value.id) && optional(isRefusal)(value.error);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads what came over a port. A page can spoil what is recorded about itself, so nothing is taken on trust:
 * what is no batch gives `undefined`, what is no event inside one is left out.
 */
export async function readBatch(value: unknown): Promise<ReadBatch | undefined> {
  if (!isRecord(value) || !isNumber(value.origin) || !isString(value.events)) return undefined;
  const { lost, outcomes } = value;
  const events = parse(value.events);
  if (!Array.isArray(events) || !Array.isArray(lost) || !Array.isArray(outcomes)) return undefined;
  const bytes = await bytesOf(value.bytes);
  return {
    origin: value.origin,
    events: events.map((event) => withData(event, bytes)).filter((event) => event !== undefined),
    lost: lost.filter(isLoss),
    outcomes: outcomes.filter(isOutcome),
  };
}
