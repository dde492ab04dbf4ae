import type { DiffLine } from './differences.ts';

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
