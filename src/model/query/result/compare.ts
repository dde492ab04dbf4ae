import type { Data } from '../../payload/data.ts';
import { rowTypes } from '../../session/row.ts';
import type { Session } from '../../session/session.ts';
import type { Result } from './result.ts';

/** What rows can be put in order by. */
export const sortKeys = [
  'direction',
  'number',
  'time',
  'delta',
  'socket',
  'kind',
  'preview',
  'size',
] as const;

export type SortKey = (typeof sortKeys)[number];

/** Compares the rows at two positions of a result: negative where the first comes first. */
export type Compare = (a: number, b: number) => number;

/** The order of a result's rows by a key; `delta` is the time since the row before in the result. */
export function compareBy(key: SortKey, { rows }: Session, result: Result): Compare {
  const by = (measure: (row: number) => number): Compare => {
    return (a, b) => measure(result.at(a)) - measure(result.at(b));
  };
  const glimpse = (row: number) => rows.payloads.glimpse(row).data;
  switch (key) {
    case 'number':
      return (a, b) => a - b;
    case 'time':
      return by((row) => rows.time(row));
    case 'delta': {
      const delta = (at: number) => (at === 0 ? 0 : rows.time(result.at(at)) - rows.time(result.at(at - 1)));
      return (a, b) => delta(a) - delta(b);
    }
    case 'direction':
      return by((row) => rowTypes.indexOf(rows.type(row)));
    case 'kind':
      return (a, b) => compareTexts(rows.form(result.at(a)), rows.form(result.at(b)));
    case 'size':
      return by((row) => rows.size(row));
    case 'socket':
      return by((row) => rows.socketIndex(row));
    case 'preview':
      // Of a payload on disk by its beginning: a sort asks for the same ones again and again, from anywhere.
      return (a, b) => compareData(glimpse(result.at(a)), glimpse(result.at(b)));
  }
}

/** By UTF-16 units: a million texts in the order of a language would take many seconds. */
const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Nothing before texts, texts before bytes. */
function compareData(a: Data, b: Data): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'object' && typeof b === 'object') return compareBytes(a, b);
  return rank(a) - rank(b);
}

const rank = (data: Data) => ['undefined', 'string', 'object'].indexOf(typeof data);

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
