import { toBase64 } from '../bytes/base64.ts';
import { hexBytes } from '../bytes/hex.ts';
import type { Data } from '../data.ts';
import { byteParts, decodedParts, type Stretch, textParts, utf8TextInSteps } from '../in-steps.ts';
import { prettyJsonInSteps } from '../json/pretty.ts';
import { withoutUnseen } from '../visible.ts';
import { type CopyFormat, type CopyTarget, copyAs, cText, sendBytes } from './copy.ts';

type Payload = Exclude<Data, undefined>;

type Parts = Generator<Stretch<string>, boolean>;

/** The forms that may be long; the others are for short payloads only. */
const writers: { readonly [format in CopyFormat]?: (data: Payload) => Parts } = {
  text: (data) => (typeof data === 'string' ? all(textParts(data)) : exactParts(data)),
  json: jsonParts,
  hex: (data) => perPart(data, hexBytes, ' '),
  base64: (data) => perPart(data, toBase64),
  c: (data) => within('"', '"', perPart(data, cText)),
  javascript: (data) =>
    typeof data === 'string'
      ? within('socket.send("', '");', literalParts(data))
      : within(...sendBytes, perPart(data, toBase64)),
};

/**
 * What `copyAs` gives, in parts of which each takes a fraction of a millisecond, so that what is long can be copied
 * while the panel answers.
 * @returns false where the payload has no such form: what came before is then worth nothing
 */
export function* copyInParts(format: CopyFormat, data: Data, target: CopyTarget): Parts {
  const write = writers[format];
  if (data !== undefined && write) return yield* write(data);
  const text = copyAs(format, data, target);
  if (text !== undefined) yield { part: text, share: 1 };
  return text !== undefined;
}

function* all(parts: Generator<Stretch<string>, void>): Parts {
  yield* parts;
  return true;
}

/** Bytes that are no UTF-8 are no text. */
function* exactParts(bytes: Uint8Array): Parts {
  try {
    yield* decodedParts(bytes, true);
    return true;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw fault;
  }
}

/** Half of it is reading, half of it writing. */
function* jsonParts(data: Payload): Parts {
  if (typeof data !== 'string' && !(yield* silent(exactParts(data)))) return false;
  const text = yield* shares(utf8TextInSteps(data), 0.1);
  const laidOut = yield* shares(prettyJsonInSteps(text), 0.5 / Math.max(1, text.length));
  if (laidOut === undefined) return false;
  for (const { part, share } of textParts(laidOut)) yield { part, share: 0.5 + share / 2 };
  return true;
}

/** The steps of a work of which nothing is shown but how far it is. */
function* shares<T>(work: Generator<number, T>, scale: number): Generator<Stretch<string>, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { part: '', share: step.value * scale };
  }
}

function* silent(parts: Parts): Parts {
  for (;;) {
    const step = parts.next();
    if (step.done) return step.value;
    yield { part: '', share: 0 };
  }
}

type Write = (bytes: Uint8Array) => string;

function* perPart(data: Payload, write: Write, between = ''): Parts {
  let before = '';
  for (const { part, share } of byteParts(data)) {
    yield { part: `${before}${write(part)}`, share };
    before = between;
  }
  return true;
}

/** Parts between two texts. */
function* within(before: string, after: string, parts: Parts): Parts {
  yield { part: before, share: 0 };
  yield* parts;
  yield { part: after, share: 1 };
  return true;
}

function* literalParts(text: string): Parts {
  for (const { part, share } of textParts(text))
    yield { part: withoutUnseen(JSON.stringify(part).slice(1, -1)), share };
  return true;
}
