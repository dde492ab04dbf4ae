import { type SortKey, sortKeys } from '#model';
import { countText } from '#panel/figures.ts';
import { isRecord } from '#protocol';

/** What the time of a row is told from. */
export const timeModes = ['absolute', 'session', 'socket', 'previous', 'selected'] as const;

export type TimeMode = (typeof timeModes)[number];

/** The columns of the table, as a person has them. The message takes what room is left. */
export interface Columns {
  readonly hidden: readonly SortKey[];
  /** In CSS px; a column without one has its usual width. */
  readonly widths: { readonly [column in SortKey]?: number };
  readonly time: TimeMode;
}

/** The message has the most room: what kind it is, a badge says where that is not text, its number the details. */
export const usualColumns: Columns = { hidden: ['number', 'kind'], widths: {}, time: 'absolute' };

const usualWidths: Readonly<Record<SortKey, number>> = {
  number: 42,
  time: 84,
  delta: 62,
  direction: 18,
  kind: 74,
  size: 54,
  socket: 24,
  preview: 130,
};

/** Width of a digit, or of what stands between thousands, at most. */
const DIGIT = 7;

/** What is around the number of a socket. */
const PILL = 10;

/** Which column goes first where there is no room for all. */
const leastNeeded: readonly SortKey[] = ['kind', 'number', 'delta', 'time', 'size', 'socket'];

export const MIN_WIDTH = 18;
export const MAX_WIDTH = 1000;

const PADDING = 32;
/** Between columns. */
export const GAP = 10;

/** Leaves out what is no column and no width: it may have been kept by another version. */
export function readColumns(stored: unknown): Columns | undefined {
  if (!isRecord(stored)) return undefined;
  const { hidden, widths, time } = stored;
  const own = sortKeys.flatMap((column) => {
    const width = isRecord(widths) ? widths[column] : undefined;
    return typeof width === 'number' ? [[column, bounded(width)]] : [];
  });
  return {
    hidden: Array.isArray(hidden) ? sortKeys.filter((column) => hidden.includes(column)) : [],
    widths: Object.fromEntries(own),
    time: timeModes.find((mode) => mode === time) ?? 'absolute',
  };
}

const bounded = (width: number) => Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));

export const widthOf = ({ widths }: Columns, column: SortKey): number =>
  widths[column] ?? usualWidths[column];

/**
 * The columns for so many rows and sockets: there is room for their numbers, unless a person gave that column a width.
 * Of one socket the column says nothing.
 */
export function forRows(columns: Columns, rows: number, sockets: number): Columns {
  const number = Math.max(usualWidths.number, countText(rows).length * DIGIT);
  const socket = Math.max(usualWidths.socket, PILL + countText(sockets).length * DIGIT);
  return {
    ...columns,
    hidden: sockets > 1 ? columns.hidden : [...columns.hidden, 'socket'],
    widths: { number, socket, ...columns.widths },
  };
}

/** Below this width the column of the socket has its number alone, in CSS px. */
const WITH_PATH = 60;

/** Whether there is no room for a socket's path beside its number. */
export const isNarrow = (columns: Columns): boolean => widthOf(columns, 'socket') < WITH_PATH;

export const withWidth = (columns: Columns, column: SortKey, width: number): Columns => ({
  ...columns,
  widths: { ...columns.widths, [column]: bounded(width) },
});

export const toggleColumn = (columns: Columns, column: SortKey): Columns => ({
  ...columns,
  hidden: columns.hidden.includes(column)
    ? columns.hidden.filter((other) => other !== column)
    : [...columns.hidden, column],
});

export const nextTimeMode = (columns: Columns): Columns => ({
  ...columns,
  time: timeModes[(timeModes.indexOf(columns.time) + 1) % timeModes.length] ?? 'absolute',
});

/** The columns that there is room for, with their widths. */
export interface ColumnLayout {
  readonly shown: readonly SortKey[];
  /** A `grid-template-columns`. */
  readonly template: string;
  /** What is left for the preview, in CSS px. */
  readonly rest: number;
}

/** Which columns fit into so many CSS px: those that are needed least are left out first. */
export function layOut(columns: Columns, room: number): ColumnLayout {
  let shown = sortKeys.filter((column) => column === 'preview' || !columns.hidden.includes(column));
  const widths = Object.fromEntries(sortKeys.map((column) => [column, widthOf(columns, column)]));
  const needed = () => PADDING + shown.reduce((sum, column) => sum + (widths[column] ?? 0) + GAP, -GAP);
  for (const column of leastNeeded) {
    if (needed() <= room) break;
    shown = shown.filter((other) => other !== column);
  }
  const tracks = shown.map((column) => (column === 'preview' ? 'minmax(0, 1fr)' : `${widths[column]}px`));
  return { shown, template: tracks.join(' '), rest: room - needed() + widthOf(columns, 'preview') };
}
