/** The value below which a part (0 to 1) of all values lies, by the nearest rank. @throws where there are none */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (value === undefined) throw new Error('There is nothing to take a quantile of');
  return value;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
