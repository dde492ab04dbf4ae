import type { Data } from '../payload/data.ts';
import { utf8Text } from '../payload/text.ts';
import { isMessage } from './row.ts';
import type { Rows } from './rows.ts';

/** How many rows, and how many bytes of payloads, are looked through for a similar one: some 50 ms. */
const MOST_ROWS = 200_000;
const MOST_BYTES = 4_000_000;

/** What two messages have in common, the most first: keys and telling values, those values, the keys, the way, nothing. */
export const likenesses = ['kind', 'values', 'keys', 'way', 'none'] as const;

export type Likeness = (typeof likenesses)[number];

/** A message that another can be compared with. */
export interface Similar {
  readonly row: number;
  readonly by: Likeness;
  /** The keys of the telling values that both have. */
  readonly telling: readonly string[];
}

/** Keys whose value tells of what kind a message is, in the protocols that there are. */
const TELLING =
  /^(?:op|opcode|type|kind|ch|channel|event|method|action|cmd|command|topic|subject|msg|t|e|messageType)$/i;

/**
 * The message that another is best compared with: the nearest before it, of the same socket and the same way, that has
 * the same keys at the top of its JSON and the same values that tell of what kind it is, such as `type` and `op`; or
 * those values; or the keys; or, where it is no JSON, is text or bytes like it. Where there is none of these, whatever
 * message is nearest.
 * @returns `undefined` where there is no other message near. Rejects with what the disk says
 */
export async function similarTo(rows: Rows, index: number): Promise<Similar | undefined> {
  const own = shapeOf(await rows.payloads.bring(index));
  let best: Similar | undefined;
  let bytes = 0;
  const last = Math.max(0, index - MOST_ROWS);
  for (let row = index - 1; row >= last && bytes < MOST_BYTES; row--) {
    if (rows.socketIndex(row) !== rows.socketIndex(index) || rows.type(row) !== rows.type(index)) continue;
    bytes += rows.size(row);
    const payload = rows.payloads.bring(row);
    // What is at hand is not waited for: that would take longer than to look at it.
    const by = likenessOf(own, shapeOf(payload instanceof Promise ? await payload : payload));
    if (!best || isCloser(by, best.by)) best = { row, by, telling: by === 'keys' ? [] : own.telling };
    if (by === 'kind') break;
  }
  return best ?? nearest(rows, index);
}

const isCloser = (a: Likeness, b: Likeness) => likenesses.indexOf(a) < likenesses.indexOf(b);

/** What messages of one kind have in common. */
interface Shape {
  readonly keys: string;
  /** Keys of the values that tell of what kind it is, and these with their values. */
  readonly telling: readonly string[];
  readonly values: string;
}

function likenessOf(one: Shape, other: Shape): Likeness {
  const sameKeys = one.keys === other.keys;
  const sameValues = one.values === other.values;
  if (sameKeys && sameValues) return 'kind';
  if (sameValues && one.telling.length > 0) return 'values';
  return sameKeys ? 'keys' : 'way';
}

function shapeOf(data: Data): Shape {
  const text = utf8Text(data);
  if (!/^\s*[[{]/.test(text)) return plain(data);
  try {
    const value = JSON.parse(text) as object;
    return Array.isArray(value) ? shapeOfArray(value) : shapeOfObject(value);
  } catch {
    return plain(data);
  }
}

const plain = (data: Data): Shape => ({
  keys: typeof data === 'string' ? 'text' : 'binary',
  telling: [],
  values: '',
});

/** In arrays such as `["tick", …]` the first says what they are. */
function shapeOfArray([first]: readonly unknown[]): Shape {
  const tells = typeof first === 'string';
  return { keys: 'array', telling: tells ? ['[0]'] : [], values: tells ? JSON.stringify(first) : '' };
}

function shapeOfObject(value: object): Shape {
  const telling = Object.entries(value).filter(
    ([key, each]) => TELLING.test(key) && typeof each === 'string',
  );
  return {
    keys: JSON.stringify(Object.keys(value).sort()),
    telling: telling.map(([key]) => key),
    values: JSON.stringify(telling.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The nearest message: before rather than after, the same way rather than the other. */
function nearest(rows: Rows, index: number): Similar | undefined {
  const type = rows.type(index);
  for (const step of [-1, 1])
    for (const isAsked of [
      (row: number) => rows.type(row) === type,
      (row: number) => isMessage(rows.type(row)),
    ])
      for (
        let row = index + step;
        rows.length > row && row >= 0 && Math.abs(row - index) < MOST_ROWS;
        row += step
      )
        if (isAsked(row)) return { row, by: 'none', telling: [] };
  return undefined;
}
