import { hexBytes } from './bytes/hex.ts';
import type { Data } from './data.ts';
import { visible } from './visible.ts';

const MORE = '…';

/**
 * The beginning of a payload as one line that shows what it is made of and stays in its place: text with its unseen
 * characters made visible, bytes in hex, nothing for what did not arrive.
 * @param max the most UTF-16 units that it may have, at least 1; no more of the payload than that is looked at
 */
export function preview(data: Data, max: number): string {
  if (data === undefined) return '';
  const begun = data.slice(0, max);
  const line = typeof begun === 'string' ? visible(begun) : hexBytes(begun);
  if (data.length <= max && line.length <= max) return line;
  return `${withoutHalf(line.slice(0, max - MORE.length))}${MORE}`;
}

/** The same of a row, whose payload may be on disk but for its beginning. */
export function rowPreview(
  { data, away }: { readonly data: Data; readonly away?: unknown },
  max: number,
): string {
  const line = preview(data, max);
  return away && !line.endsWith(MORE) ? `${line}${MORE}` : line;
}

/** A cut may go through a pair of surrogates: half a character is left out. */
const withoutHalf = (text: string) => (/[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text);
