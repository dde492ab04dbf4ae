import { type Listing, Result } from '#model';

/**
 * The position of the hit that a step leads to, round the ends; 0 stays where it is a hit already, or else goes forth.
 * @param from index of the row that it starts at
 */
export function walk(hits: Listing, from: number | undefined, by: 1 | -1 | 0): number | undefined {
  const { length } = hits;
  if (length === 0) return undefined;
  const at = from === undefined ? undefined : hits.find(from);
  if (at !== undefined) return (at + by + length) % length;
  if (from === undefined || !(hits instanceof Result)) return by < 0 ? length - 1 : 0;
  const next = hits.position(from);
  return (by < 0 ? next - 1 + length : next) % length;
}

/** Whether a step may be taken before all hits are known: not if it would go round the end. */
export const isSure = (hits: Listing, from: number | undefined, by: 1 | -1 | 0): boolean =>
  hits instanceof Result && by >= 0 && hits.position((from ?? -1) + (by === 0 ? 0 : 1)) < hits.length;
