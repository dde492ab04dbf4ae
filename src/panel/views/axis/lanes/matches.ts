import type { Listing, Rows } from '#model';
import { firstFrom } from './density.ts';

/** So many rows of a column are looked at at most: of more, one stands for those after it. A frame has no time for all. */
const MOST = 12;

/** What of the colour is left to what the filter leaves out. */
export const DIM = 0.25;

/** Columns of an axis: from a time on, `each` ms wide. */
export interface Columns {
  readonly from: number;
  readonly each: number;
  readonly columns: number;
}

/** How many messages pass the filter, by column. */
interface Counts {
  readonly sent: Uint32Array;
  readonly received: Uint32Array;
}

const none = (columns: number): Counts => ({
  sent: new Uint32Array(columns),
  received: new Uint32Array(columns),
});

/**
 * Counts the messages that pass the filter and fall on an axis.
 * @param of gives what those of a socket are counted in; nothing where they are not drawn
 */
function count(
  found: Listing,
  rows: Rows,
  { from, each, columns }: Columns,
  of: (socket: number) => Counts | undefined,
): void {
  let begin = firstFrom(found, rows, from);
  for (let column = 0; column < columns && begin < found.length; column++) {
    const end = firstFrom(found, rows, from + (column + 1) * each, begin);
    const step = Math.ceil((end - begin) / MOST);
    for (let at = begin; at < end; at += step) {
      const row = found.at(at);
      const counts = rows.onWire(row) ? of(rows.socketIndex(row)) : undefined;
      if (!counts) continue;
      const way = counts[rows.type(row) === 'send' ? 'sent' : 'received'];
      way[column] = (way[column] ?? 0) + Math.min(step, end - at);
    }
    begin = end;
  }
}

/** Counts the messages of all sockets together that pass the filter. */
export function countAll(found: Listing, rows: Rows, columns: Columns): Counts {
  const all = none(columns.columns);
  count(found, rows, columns, () => all);
  return all;
}

/** The messages that pass the filter, by socket. Its numbers are valid until the next `count`. */
export class Matches {
  #columns = 0;
  /** What is there is used again: a new one for every lane would be more garbage than all the rest of a frame. */
  readonly #kept = new Map<number, Counts>();
  readonly #drawn = new Map<number, Counts>();

  /** @param sockets indexes of those that are drawn: of thousands these are few */
  count(found: Listing, rows: Rows, columns: Columns, sockets: readonly number[]): void {
    if (columns.columns !== this.#columns) this.#kept.clear();
    this.#columns = columns.columns;
    this.#drawn.clear();
    for (const socket of sockets) this.#drawn.set(socket, this.#empty(socket));
    count(found, rows, columns, (socket) => this.#drawn.get(socket));
  }

  of(socket: number): Counts | undefined {
    return this.#drawn.get(socket);
  }

  #empty(socket: number): Counts {
    const counts = this.#kept.get(socket) ?? none(this.#columns);
    this.#kept.set(socket, counts);
    counts.sent.fill(0);
    counts.received.fill(0);
    return counts;
  }
}
