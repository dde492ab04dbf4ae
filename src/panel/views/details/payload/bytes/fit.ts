import { HEX_ROW } from '#model';

/** What a row has beside its characters, and a bar to scroll by, in CSS px: see hex-view.css. */
const AROUND = 60;

/** Characters of a row: those of its offset, with the space around, and of each of its bytes. */
const OFFSET = 7;
const BYTE = 4;

/**
 * How many bytes there is room for in a row, both widths in CSS px: sixteen, half of them, or at least four.
 * As many as usual while the width is not known yet.
 */
export function bytesThatFit(width: number, character: number): number {
  if (width === 0) return HEX_ROW;
  const room = (width - AROUND) / character - OFFSET;
  return [HEX_ROW, HEX_ROW / 2].find((bytes) => bytes * BYTE <= room) ?? HEX_ROW / 4;
}

/** The width of each character of the rows, which are all as wide, in CSS px. */
export function characterWidth(place: HTMLElement | null): number {
  const rows = place?.querySelector('.rows');
  const context = document.createElement('canvas').getContext('2d');
  if (!rows || !context) return 1;
  context.font = getComputedStyle(rows).font;
  return context.measureText('0').width;
}
