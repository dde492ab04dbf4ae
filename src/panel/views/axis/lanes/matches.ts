import type { Listing, Rows } from '#model';
import { firstFrom } from './density.ts';

/** So many rows are looked at for a drawing at most: of more, one stands for those after it. */
const MOST = 50_000;

/** Columns of an axis: from a time on, `each` ms wide. */
export interface Columns {
  readonly from: number;
  readonly each: number;
  readonly columns: number;
}

/** What of a socket's messages passes the filter, by column. */
interface Counts {
  readonly sent: Uint32Array;
  readonly received: Uint32Array;
}

/** The messages that pass the filter, by socket and by column of an axis. Its numbers are valid until the next `count`. */
export class Matches {
  /** Over all sockets. */
  whole: Counts = none(0);
  #columns = 0;
  readonly #bySocket = new Map<number, Counts>();

  /** Counts the rows of a listing that fall on an axis. */
  count(listing: Listing, rows: Rows, { from, each, columns }: Columns): void {
    this.#clear(columns);
    const first = firstFrom(listing, rows, from);
    const end = firstFrom(listing, rows, from + columns * each, first);
    const step = Math.max(1, Math.ceil((end - first) / MOST));
    for (let at = first; at < end; at += step) {
      const row = listing.at(at);
      if (!rows.onWire(row)) continue;
      const column = Math.floor((rows.time(row) - from) / each);
      const way = rows.type(row) === 'send' ? 'sent' : 'received';
      for (const counts of [this.whole, this.of(rows.socketIndex(row))])
        counts[way][column] = (counts[way][column] ?? 0) + step;
    }
  }

  of(socket: number): Counts {
    const known = this.#bySocket.get(socket) ?? none(this.#columns);
    this.#bySocket.set(socket, known);
    return known;
  }

  /** What is there is used again: a new one for every lane would be more garbage than all the rest of a frame. */
  #clear(columns: number): void {
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#bySocket.clear();
      this.whole = none(columns);
    }
    for (const counts of [this.whole, ...this.#bySocket.values()]) {
      counts.sent.fill(0);
      counts.received.fill(0);
    }
  }
}

const none = (columns: number): Counts => ({
  sent: new Uint32Array(columns),
  received: new Uint32Array(columns),
});
