import type { DiffLine } from './words.ts';

/** A line to show, or how many that both have were left out. */
export type Shown = DiffLine | { readonly left: number };

/** Lines that stay around each difference. */
const AROUND = 3;

/** The lines that differ, with some around them; longer stretches of what is the same are left out. */
export function withContext(lines: readonly DiffLine[]): readonly Shown[] {
  const near = new Uint8Array(lines.length);
  lines.forEach((line, at) => {
    if (line.in !== 'both') near.fill(1, Math.max(0, at - AROUND), at + AROUND + 1);
  });
  const shown: Shown[] = [];
  let left = 0;
  lines.forEach((line, at) => {
    if (near[at] === 0) left++;
    else {
      if (left > 0) shown.push({ left });
      left = 0;
      shown.push(line);
    }
  });
  return left > 0 ? [...shown, { left }] : shown;
}

/** The lines that differ alone, with those that say what they are in. */
export function changesOnly(lines: readonly DiffLine[]): readonly DiffLine[] {
  const shown: DiffLine[] = [];
  /** Lines that what follows may be in, outermost first, which are not shown yet. */
  let around: DiffLine[] = [];
  for (const line of lines) {
    const { depth } = line;
    if (depth !== undefined) around = around.filter((outer) => (outer.depth ?? 0) < depth);
    if (line.in !== 'both') {
      shown.push(...around, line);
      around = [];
    } else if (depth !== undefined) around.push(line);
  }
  return shown;
}
