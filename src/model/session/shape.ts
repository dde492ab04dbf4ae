import type { Data } from '../payload/data.ts';
import { utf8Text } from '../payload/text.ts';
import type { Rows } from './rows.ts';

/** How many rows, and how many bytes of payloads, are looked through for one of the same shape: some 50 ms. */
const MOST_ROWS = 200_000;
const MOST_BYTES = 4_000_000;

/**
 * The nearest message before a row that is of its shape: of the same socket, the same way, and with the same keys at
 * the top of its JSON, or, where it is no JSON, text or bytes like it.
 * @returns the index of its row; `undefined` where there is none near. Rejects with what the disk says
 */
export async function previousOfShape(rows: Rows, index: number): Promise<number | undefined> {
  const shape = shapeOf(await rows.payloads.bring(index));
  let bytes = 0;
  const last = Math.max(0, index - MOST_ROWS);
  for (let row = index - 1; row >= last && bytes < MOST_BYTES; row--) {
    if (rows.socketIndex(row) !== rows.socketIndex(index) || rows.type(row) !== rows.type(index)) continue;
    bytes += rows.size(row);
    const payload = rows.payloads.bring(row);
    // What is at hand is not waited for: that would take longer than to look at it.
    if (shapeOf(payload instanceof Promise ? await payload : payload) === shape) return row;
  }
  return undefined;
}

/** What messages of one kind have in common. */
function shapeOf(data: Data): string {
  const text = utf8Text(data);
  if (!/^\s*[[{]/.test(text)) return kindOf(data);
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? 'array' : JSON.stringify(Object.keys(value as object).sort());
  } catch {
    return kindOf(data);
  }
}

const kindOf = (data: Data) => (typeof data === 'string' ? 'text' : 'binary');
