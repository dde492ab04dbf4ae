import {
  Away,
  type Conjunct,
  everySocket,
  isMessage,
  narrows,
  type RowTest,
  type Session,
  TooSlow,
  Unfinished,
} from '#model';

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
  /** Index of the first row that is not looked at, because the view stands still. */
  readonly until: number;
  /** The filter. */
  readonly test: RowTest;
  readonly conjuncts: readonly Conjunct[];
}

/** What every row meets. */
export const anyRow: Conditions = {
  chosen: new Set(),
  messagesOnly: false,
  range: undefined,
  until: Infinity,
  test: () => true,
  conjuncts: [],
};

/** Whether all rows that meet the one meet the other. */
export const areNarrower = (next: Conditions, before: Conditions): boolean =>
  (before.chosen.size === 0 || before.chosen === next.chosen) &&
  (!before.messagesOnly || next.messagesOnly) &&
  (!before.range || before.range === next.range) &&
  next.until <= before.until &&
  narrows(next.conjuncts, before.conjuncts);

/** The test of one row, cheapest part first. */
export function meets({ chosen, messagesOnly, range, until, test }: Conditions): RowTest {
  return (session, row) =>
    row < until &&
    (chosen.size === 0 || isOfOne(chosen, session.rows.socketIndex(row))) &&
    (!messagesOnly || isMessage(session.rows.type(row))) &&
    (!range || within(range, session.rows.time(row))) &&
    test(session, row);
}

/** Whether a row passes; `undefined` where that takes a payload that is on disk, or a while. */
export function passes(test: RowTest, session: Session, row: number): boolean | undefined {
  try {
    return test(session, row);
  } catch (thrown) {
    if ([Away, Unfinished, TooSlow].some((reason) => thrown instanceof reason)) return undefined;
    throw thrown;
  }
}

/** What is about every socket is about any of them. */
const isOfOne = (chosen: ReadonlySet<number>, socket: number) =>
  chosen.has(socket) || socket === everySocket.index;

const within = ({ from, to }: Range, time: number) => time >= from && time <= to;
