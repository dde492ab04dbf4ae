import type { ReadyState } from '#model';
import { spanText } from '#panel/figures.ts';
import type { Store } from '#panel/store.ts';
import { say, sayCount } from '#panel/words.ts';

/** The timeline in words, for those who do not see it. */
export function Summary({ store }: { store: Store }) {
  store.revision.value;
  const { sockets, rows, start } = store.session.value;
  const count = (state: ReadyState) => sockets.filter((socket) => socket.state === state).length;
  const total = (way: 'sent' | 'received') => sockets.reduce((sum, socket) => sum + socket[way].messages, 0);
  const length = rows.length === 0 ? 0 : rows.time(rows.length - 1) - start;
  const parts = [
    say('summarySpan', sayCount('sockets', sockets.length), spanText(length)),
    sayCount('summaryOpen', count('open')),
    sayCount('summaryClosed', count('closed')),
    sayCount('sent', total('sent')),
    sayCount('received', total('received')),
  ];
  return (
    <p id="timeline-summary" class="heard">
      {parts.join(', ')}
    </p>
  );
}
