import {
  finish,
  type Path,
  type Pattern,
  type Place,
  placeAt,
  preview,
  type Row,
  readJsonTree,
  rowPreview,
} from '#model';

/** How much of what may be in the line is sure to be seen. */
const SEEN = 0.5;

/** How much stands before a hit, and in how much of a payload one is looked for, in UTF-16 units. */
const LEAD = 15;
const LONGEST = 30_000;
const LONGEST_JSON = 20_000;

/**
 * A payload in a line of at most `max` UTF-16 units: from its beginning, or, where what the table was searched for is
 * past what is seen of that, from shortly before it.
 */
export function lineOf(row: Row, max: number, pattern: Pattern | undefined, paths: readonly Path[]): string {
  const { data, away } = row;
  if (typeof data !== 'string' || away || data.length < max * SEEN) return rowPreview(row, max);
  const hit = matchIn(data, pattern) ?? valueIn(data, paths);
  if (!hit || hit.to < max * SEEN) return rowPreview(row, max);
  const from = Math.max(0, hit.from - LEAD);
  return `…${preview(data.slice(isHalf(data, from) ? from + 1 : from), max)}`;
}

function matchIn(text: string, pattern: Pattern | undefined): Place | undefined {
  const [match] = pattern?.matches(text.slice(0, LONGEST)) ?? [];
  return match && { from: match.index, to: match.index + match.length };
}

function valueIn(text: string, paths: readonly Path[]): Place | undefined {
  if (paths.length === 0 || text.length > LONGEST_JSON || !/^\s*[[{]/.test(text)) return undefined;
  const tree = finish(readJsonTree(text));
  for (const path of tree ? paths : []) {
    const { node } = (tree && placeAt(tree, path)) ?? {};
    if (tree && node !== undefined)
      return { from: tree.start(node), to: tree.start(node) + tree.length(node) };
  }
  return undefined;
}

const isHalf = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at));
