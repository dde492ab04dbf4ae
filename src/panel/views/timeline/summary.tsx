import { useMemo } from 'preact/hooks';
import { type Session, type Standing, standingOf } from '#model';
import { clockText, spanText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import type { TimelineView } from '#panel/views/axis/view.ts';
import { useCalm } from '#panel/views/sockets/use-calm.ts';
import { say, sayCount } from '#panel/words.ts';

/** The timeline in words, for those who do not see it. */
export function Summary({ store, view }: { store: Store; view: TimelineView }) {
  const focus = view.focus.value;
  const session = store.session.value;
  const whole = useMemo(() => inWords(session), [session, useCalm(store)]);
  const shown = focus.kind === 'span' && say('summaryView', clockText(focus.from), clockText(focus.to));
  return (
    <p id="timeline-summary" class="heard">
      {[whole, shown].filter(Boolean).join(', ')}
    </p>
  );
}

function inWords({ sockets, rows, start, live }: Session): string {
  const count = (...all: readonly Standing[]) =>
    sockets.filter((socket) => all.includes(standingOf(socket, live))).length;
  const total = (way: 'sent' | 'received') => sockets.reduce((sum, socket) => sum + socket[way].messages, 0);
  const length = rows.length === 0 ? 0 : rows.time(rows.length - 1) - start;
  return [
    say('summarySpan', sayCount('sockets', sockets.length), spanText(length)),
    sayCount('summaryOpen', count('open')),
    sayCount('summaryClosed', count('closed', 'failed')),
    sayCount('sent', total('sent')),
    sayCount('received', total('received')),
  ].join(', ');
}
