import { HEX_ROW } from '#model';

/**
 * The byte that a key leads to from another, as in a grid: https://www.w3.org/WAI/ARIA/apg/patterns/grid/.
 * @param page how many rows a page has
 * @returns `undefined` where the key does nothing
 */
export function byteMove(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  at: number,
  length: number,
  page: number,
): number | undefined {
  const row = at - (at % HEX_ROW);
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + HEX_ROW,
    ArrowUp: at - HEX_ROW,
    PageDown: at + page * HEX_ROW,
    PageUp: at - page * HEX_ROW,
    Home: ctrlKey ? 0 : row,
    End: ctrlKey ? length - 1 : row + HEX_ROW - 1,
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? undefined : Math.max(0, Math.min(length - 1, to));
}
