import type { Outcome, ReadBatch, Refusal } from './batch.ts';
import type { SocketEvent } from './events.ts';
import { withArguments } from './read-arguments.ts';
import { isEvent, usualEvent } from './read-event.ts';
import { isNumber, isRecord, isString } from './record.ts';

/** Puts an event's payload, if it travelled beside the JSON, back into the event; bytes are a view, not a copy. */
function withData(value: unknown, bytes: Uint8Array): SocketEvent | undefined {
  if (Array.isArray(value)) return usualEvent(value);
  if (!isRecord(value)) return undefined;
  const { at, length, json, ...event } = value.type === 'construct' ? withArguments(value) : value;
  if (!isEvent(event)) return undefined;
  if (isNumber(at) && isNumber(length) && at + length <= bytes.length) {
    const own = bytes.subarray(at, at + length);
    event.data = event.form === 'text' ? textOf(own, json === true) : own;
  }
  if (event.data !== undefined && !isString(event.data) && !(event.data instanceof Uint8Array))
    return undefined;
  return event as unknown as SocketEvent;
}

/** A byte order mark is part of a message like any other character. */
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/** Text with lone surrogates, which UTF-8 has not, comes as JSON. */
function textOf(bytes: Uint8Array, isJson: boolean): unknown {
  const text = decoder.decode(bytes);
  return isJson ? parse(text) : text;
}

/** A Blob dies with its page if the bytes had not left it: what was in it is then missing from its events. */
const bytesOf = async (value: unknown): Promise<Uint8Array> => {
  const buffer = value instanceof Blob ? await value.arrayBuffer().catch(() => undefined) : value;
  return new Uint8Array(buffer instanceof ArrayBuffer ? buffer : new ArrayBuffer());
};

const isRefusal = (value: unknown): value is Refusal =>
  value === 'gone' ||
  value === 'connecting' ||
  value === 'closed' ||
  (isRecord(value) && isString(value.thrown));

const isOutcome = (value: unknown): value is Outcome =>
  isRecord(value) && isNumber(value.id) && (value.error === undefined || isRefusal(value.error));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const pairs = (value: unknown): [number, number][] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, count]) => (isNumber(count) ? [[Number(key), count]] : []))
    : [];

/**
 * Reads what came over a port. A page can spoil what is recorded about itself, so nothing is taken on trust:
 * what is no batch gives `undefined`, what is no event inside one is left out.
 */
export async function readBatch(value: unknown): Promise<ReadBatch | undefined> {
  if (!isRecord(value) || !isNumber(value.origin) || !isString(value.events)) return undefined;
  const { counts, outcomes } = value;
  const events = parse(value.events);
  if (!Array.isArray(events) || !isString(counts) || !Array.isArray(outcomes)) return undefined;
  const bytes = await bytesOf(value.bytes);
  return {
    origin: value.origin,
    events: events.map((event) => withData(event, bytes)).filter((event) => event !== undefined),
    counts: pairs(parse(counts)),
    outcomes: outcomes.filter(isOutcome),
  };
}
