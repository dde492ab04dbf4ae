import { closedBy, type SocketRecord, type Traffic } from '#model';
import { toolsKnow } from '#panel/devtools/abilities.ts';
import { sizeText } from '#panel/figures.ts';
import type { Store } from '#panel/store/store.ts';
import { StackView } from '#panel/views/details/stack/stack-view.tsx';
import { closeMeaning } from '#panel/views/sockets/close-meaning.ts';
import { useNow } from '#panel/views/sockets/use-now.ts';
import { say, sayCount } from '#panel/words.ts';
import { BufferedChart } from './buffered-chart.tsx';
import { Fact, shown } from './fact.tsx';
import { HandshakeFacts } from './handshake.tsx';
import { States } from './states.tsx';
import './socket-page.css';

/** All that is known of a socket beside its messages. */
export function SocketPage({ socket, store }: { socket: SocketRecord; store: Store }) {
  store.revision.value;
  const end = useEnd(socket, store);
  const { url, protocols, protocol, extensions, document, handshake, lost, stack, buffered } = socket;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is moved through by keys
    <div class="socket-page" tabIndex={0} role="group" aria-label={say('view_socket')}>
      <dl>
        <Fact name="fact_interface">{socket.interface}</Fact>
        <Fact name="fact_url">{shown(url)}</Fact>
        <Fact name="fact_document">
          {shown(document.url)} {socket.place === 'worker' && <span class="badge">{say('worker')}</span>}
        </Fact>
        <Fact name="fact_args">{shown(socket.args.join(', '))}</Fact>
        <Fact name="fact_protocols">{shown(protocols.join(', '))}</Fact>
        <Fact name="fact_protocol">{shown(protocol)}</Fact>
        <Fact name="fact_extensions">{shown(extensions)}</Fact>
        <Fact name="fact_error">{shown(socket.error ?? '')}</Fact>
        <Fact name="fact_failure">{shown(socket.failure ?? '')}</Fact>
        <Fact name="fact_states">
          <States socket={socket} end={end} />
        </Fact>
        <Fact name="fact_close">{closeText(socket)}</Fact>
        <Fact name="fact_sent">{trafficText(socket.sent)}</Fact>
        <Fact name="fact_received">{trafficText(socket.received)}</Fact>
        <Fact name="fact_total">{trafficText(total(socket))}</Fact>
        <Fact name="fact_unsent">{socket.unsent.messages > 0 && trafficText(socket.unsent)}</Fact>
        <Fact name="fact_injected">{socket.injected.messages > 0 && trafficText(socket.injected)}</Fact>
        <Fact name="fact_buffered">{buffered.length > 0 && <BufferedChart socket={socket} end={end} />}</Fact>
        <Fact name="fact_lost">{lost > 0 && sayCount('lost', lost)}</Fact>
        {handshake ? (
          <HandshakeFacts handshake={handshake} state={socket.state} />
        ) : (
          <Fact name="fact_handshake">{store.session.value.live && say(`handshakeUntold_${toolsKnow}`)}</Fact>
        )}
        <Fact name="fact_stack">{stack && <StackView stack={stack} />}</Fact>
      </dl>
    </div>
  );
}

/** Up to when a socket is known, in ms since the epoch: its close, or now, or the last row of a file. */
function useEnd({ state, transitions }: SocketRecord, store: Store): number {
  const { rows, live } = store.session.value;
  const now = useNow(live && state !== 'closed');
  const closed = transitions.find((step) => step.state === 'closed')?.time;
  return closed ?? (live ? now : rows.time(rows.length - 1));
}

const trafficText = ({ messages, bytes }: Traffic) => `${sayCount('messages', messages)}, ${sizeText(bytes)}`;

const total = ({ sent, received }: SocketRecord): Traffic => ({
  messages: sent.messages + received.messages,
  bytes: sent.bytes + received.bytes,
});

function closeText(socket: SocketRecord) {
  if (!socket.close) return undefined;
  const { code, reason, wasClean } = socket.close;
  const cause = closedBy(socket);
  const parts = [
    `${code} ${closeMeaning(code)}`,
    cause && say(`cause_${cause}`),
    !wasClean && say('notClean'),
  ];
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {reason && <> · “{shown(reason)}”</>}
    </>
  );
}
