import { useMemo } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import { say, sayCount } from '#panel/words.ts';
import { useCalm } from './sockets/use-calm.ts';
import './status.css';

/** The session in figures. */
export function Status({ store }: { store: Store }) {
  const found = store.found.value;
  const session = store.session.value;
  // As many as there were when the table was drawn: what is counted is to be seen.
  const { messages, aside, unkept, sockets } = useMemo(
    () => ({
      messages: session.messages,
      aside: session.aside,
      unkept: session.unkept,
      sockets: session.sockets.length,
    }),
    [session, found],
  );
  const lost = useMemo(() => session.lost, [session, useCalm(store)]);
  const shown = store.sight.result.value.length;
  return (
    <div
      class="status"
      role="status"
      // The figures change all the time: they are there to be asked for, not to be called out.
      aria-live="off"
      aria-label={say('session')}
      data-messages={messages}
      data-shown={store.sight.result.value.messages}
      data-sockets={sockets}
      data-lost={lost}
    >
      <span>{sayCount('messages', messages - aside)}</span>
      {store.sight.narrowed && <span>{sayCount('rowsShown', shown)}</span>}
      {!session.recording && (
        <span class="paused">
          {say('paused')}
          {unkept > 0 && ` · ${sayCount('messagesUnkept', unkept)}`}
        </span>
      )}
      <span class={lost > 0 ? 'some-lost' : ''} title={say('lostTitle')}>
        {sayCount('lost', lost)}
      </span>
      <span>{sayCount('sockets', sockets)}</span>
      {aside > 0 && <span title={say('asideTitle')}>{sayCount('aside', aside)}</span>}
    </div>
  );
}
