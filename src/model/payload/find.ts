/** Finds something in a text that is not too long, such as an `Expression`. */
export interface Pattern {
  /** All that is found, from the left. */
  matches(text: string): readonly { readonly index: number; readonly length: number }[];
}

/** A stretch of a text, in UTF-16 units, or of bytes. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** So much is looked through in a step, and so much behind it looked at with it: what is longer is not found where two meet. */
const STEP = 1 << 15;
const BEYOND = 1 << 10;

/**
 * What a pattern finds in a text of any length, in steps, each of which gives how far it is, from 0 to 1: all of it, or
 * at least `most`.
 */
export const findInText = (
  text: string,
  pattern: Pattern,
  most?: number,
): Generator<number, readonly Place[]> =>
  findInParts(text.length, (from, to) => text.slice(from, to), pattern, most);

/** The same in something of which any part can be had as a text. */
export function* findInParts(
  length: number,
  part: (from: number, to: number) => string,
  pattern: Pattern,
  most = Number.POSITIVE_INFINITY,
): Generator<number, readonly Place[]> {
  const found: Place[] = [];
  for (let start = 0; start < length && found.length < most; start += STEP) {
    for (const match of pattern.matches(part(start, start + STEP + BEYOND))) {
      const from = start + match.index;
      const isNew = match.length > 0 && match.index < STEP && from >= (found.at(-1)?.to ?? 0);
      if (isNew) found.push({ from, to: from + match.length });
    }
    yield Math.min(1, (start + STEP) / length);
  }
  return found;
}
