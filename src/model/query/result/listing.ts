/** Rows in the order in which a table shows them. */
export interface Listing {
  readonly length: number;
  /** How many of them were put before the first that was there: positions are then that much higher. */
  readonly before: number;
  /** Index in `session.rows` of the row at a position below `length`. */
  at(position: number): number;
  /** Position of the row with that index in `session.rows`; `undefined` where it is not listed. */
  find(row: number): number | undefined;
}
