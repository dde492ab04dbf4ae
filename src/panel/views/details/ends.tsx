import type { Row, Rows, RowType } from '#model';
import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';

/** From the end of a socket to the last messages that went over it. */
export function Ends({ row, store }: { row: Row; store: Store }) {
  const { sent, received } = row.socket;
  if (row.type !== 'close' && row.type !== 'error' && row.type !== 'unload') return null;
  const select = (type: RowType) => store.select(lastBefore(store.session.peek().rows, row.index, type));
  return (
    <div class="details-actions">
      {sent.messages > 0 && (
        <button type="button" class="framed" title={say('lastSentTitle')} onClick={() => select('send')}>
          {say('lastSent')}
        </button>
      )}
      {received.messages > 0 && (
        <button
          type="button"
          class="framed"
          title={say('lastReceivedTitle')}
          onClick={() => select('message')}
        >
          {say('lastReceived')}
        </button>
      )}
    </div>
  );
}

/** The last row of a type before another, of the same socket; that one itself where there is none. */
function lastBefore(rows: Rows, index: number, type: RowType): number {
  const socket = rows.socketIndex(index);
  for (let row = index - 1; row >= 0; row--)
    if (rows.type(row) === type && rows.socketIndex(row) === socket) return row;
  return index;
}
