import type { Row } from '#model';
import type { Store } from '#panel/store/store.ts';

/**
 * A row of the session on screen with its payload, from disk where it is there. Where the disk does not give it a person
 * is told so, and there is no row.
 */
export const wholeRow = (store: Store, row: Row): Promise<Row | undefined> =>
  store.session
    .peek()
    .rows.whole(row)
    .catch(() => undefined);
