/**
 * The byte that a key leads to from another, as in a grid: https://www.w3.org/WAI/ARIA/apg/patterns/grid/.
 * @param wide how many bytes a row has
 * @param page how many rows a page has
 * @returns `undefined` where the key does nothing
 */
export function byteMove(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  at: number,
  length: number,
  wide: number,
  page: number,
): number | undefined {
  const row = at - (at % wide);
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + wide,
    ArrowUp: at - wide,
    PageDown: at + page * wide,
    PageUp: at - page * wide,
    Home: ctrlKey ? 0 : row,
    End: ctrlKey ? length - 1 : row + wide - 1,
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? undefined : Math.max(0, Math.min(length - 1, to));
}
