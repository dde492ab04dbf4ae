import type { Data } from './data.ts';

/** A part of a payload, and how much of it there is by then, from 0 to 1. */
export interface Stretch<T> {
  readonly part: T;
  readonly share: number;
}

/** Bytes or UTF-16 units in a step of a fraction of a millisecond: a multiple of three, as base64 goes by three. */
const STEP = 3 << 14;

/** UTF-16 units of text from a place on, and no half of a pair of surrogates. */
export function* textParts(text: string): Generator<Stretch<string>, void> {
  for (let from = 0; from < text.length; ) {
    const end = from + STEP;
    const splits = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    const to = splits ? end - 1 : Math.min(end, text.length);
    yield { part: text.slice(from, to), share: to / text.length };
    from = to;
  }
}

/** A payload's bytes in parts, all but the last a multiple of three long; a part is good until the next is taken. */
export function* byteParts(data: Exclude<Data, undefined>): Generator<Stretch<Uint8Array>, void> {
  if (typeof data === 'string') return yield* encodedParts(data);
  for (let from = 0; from < data.length; from += STEP)
    yield { part: data.subarray(from, from + STEP), share: Math.min(1, (from + STEP) / data.length) };
}

const encoder = new TextEncoder();

function* encodedParts(text: string): Generator<Stretch<Uint8Array>, void> {
  const room = new Uint8Array(STEP * 3 + 3);
  let filled = 0;
  for (const { part, share } of textParts(text)) {
    filled += encoder.encodeInto(part, room.subarray(filled)).written;
    const whole = share === 1 ? filled : filled - (filled % 3);
    yield { part: room.subarray(0, whole), share };
    room.copyWithin(0, whole, filled);
    filled -= whole;
  }
}

/** Bytes as text in parts. @throws TypeError where `fatal` and they are no UTF-8 */
export function* decodedParts(bytes: Uint8Array, fatal: boolean): Generator<Stretch<string>, void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal });
  for (const { part, share } of byteParts(bytes))
    yield { part: decoder.decode(part, { stream: share < 1 }), share };
}

/** A payload read as UTF-8, as `utf8Text` does, in steps, each of which gives how far it is, from 0 to 1. */
export function* utf8TextInSteps(data: Data): Generator<number, string> {
  if (typeof data !== 'object') return data ?? '';
  let text = '';
  for (const { part, share } of decodedParts(data, false)) {
    text += part;
    yield share;
  }
  return text;
}

/** A payload as the bytes that go over the wire, in steps, each of which gives how far it is, from 0 to 1. */
export function* wireBytesInSteps(data: Data): Generator<number, Uint8Array> {
  if (typeof data !== 'string') return data ?? new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const { part, share } of byteParts(data)) {
    parts.push(part.slice());
    length += part.length;
    yield share / 2;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
    yield 0.5 + at / length / 2;
  }
  return bytes;
}
