import type { Row, Session } from '#model';

/**
 * A row of a session with its payload, from disk where it is there. Where the disk does not give it a person
 * is told so, and there is no row.
 */
export const wholeRow = ({ rows }: Session, row: Row): Promise<Row | undefined> =>
  rows.whole(row).catch(() => undefined);
