import { isMessage, type RowTest } from '#model';

/** A stretch of time in ms since the epoch. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a row has to meet to be in the table. */
export interface Conditions {
  /** Indexes of the sockets that it may be of; empty for all. */
  readonly chosen: ReadonlySet<number>;
  readonly messagesOnly: boolean;
  readonly range: Range | undefined;
  /** The filter. */
  readonly test: RowTest;
}

/** The test of one row, cheapest part first. */
export function meets({ chosen, messagesOnly, range, test }: Conditions): RowTest {
  return (session, row) =>
    (chosen.size === 0 || chosen.has(session.rows.socketIndex(row))) &&
    (!messagesOnly || isMessage(session.rows.type(row))) &&
    (!range || within(range, session.rows.time(row))) &&
    test(session, row);
}

const within = ({ from, to }: Range, time: number) => time >= from && time <= to;
