import type { ComponentChildren } from 'preact';
import { closedBy, type Header, preview, type SocketRecord } from '#model';
import { clockText, countText, sizeText, spanText } from '#panel/figures.ts';
import type { Store } from '#panel/store.ts';
import { say, sayCount } from '#panel/words.ts';
import { closeMeaning } from '../../sockets/close-meaning.ts';
import { StackView } from '../stack/stack-view.tsx';

/** The most that is shown of a text of the page or its server, in UTF-16 units. */
const LONGEST = 4000;

/** All that is known of a socket beside its messages. */
export function SocketPage({ socket, store }: { socket: SocketRecord; store: Store }) {
  store.revision.value;
  const { url, protocols, protocol, extensions, document, handshake, lost, stack } = socket;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is moved through by keys
    <div class="socket-page" tabIndex={0} role="group" aria-label={say('view_socket')}>
      <dl>
        <Fact name="fact_url">{shown(url)}</Fact>
        <Fact name="fact_document">
          {shown(document.url)} {socket.place === 'worker' && <span class="badge">{say('worker')}</span>}
        </Fact>
        <Fact name="fact_args">{shown(socket.args.join(', '))}</Fact>
        <Fact name="fact_protocols">{shown(protocols.join(', '))}</Fact>
        <Fact name="fact_protocol">{shown(protocol)}</Fact>
        <Fact name="fact_extensions">{shown(extensions)}</Fact>
        <Fact name="fact_error">{shown(socket.error ?? '')}</Fact>
        <Fact name="fact_states">
          <States socket={socket} />
        </Fact>
        <Fact name="fact_close">{closeText(socket)}</Fact>
        <Fact name="fact_sent">{trafficText(socket.sent)}</Fact>
        <Fact name="fact_received">{trafficText(socket.received)}</Fact>
        <Fact name="fact_buffered">{mostBuffered(socket)}</Fact>
        <Fact name="fact_lost">{lost > 0 && sayCount('lost', lost)}</Fact>
        <Fact name="fact_handshake">{handshake && statusText(handshake.status)}</Fact>
        <Fact name="fact_ambiguous">{handshake?.ambiguous && say('ambiguous')}</Fact>
        <Fact name="fact_request">{handshake && <Headers headers={handshake.request} />}</Fact>
        <Fact name="fact_response">{handshake && <Headers headers={handshake.response} />}</Fact>
        <Fact name="fact_stack">{stack && <StackView stack={stack} />}</Fact>
      </dl>
    </div>
  );
}

type FactName =
  | `fact_${'url' | 'args' | 'document' | 'protocols' | 'protocol' | 'extensions' | 'error' | 'states' | 'close'}`
  | `fact_${'sent' | 'received' | 'buffered' | 'lost' | 'handshake' | 'ambiguous' | 'request' | 'response'}`
  | 'fact_stack';

/** A fact and its name; nothing where there is no fact. */
const Fact = ({ name, children }: { name: FactName; children: ComponentChildren }) =>
  children ? (
    <>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </>
  ) : null;

const shown = (text: string) => text && <bdi>{preview(text, LONGEST)}</bdi>;

/** What a socket went through: when it entered each state, who moved it there, for how long it stayed. */
const States = ({ socket: { transitions } }: { socket: SocketRecord }) => (
  <ol>
    {transitions.map(({ state, time, cause }, i) => {
      const next = transitions[i + 1];
      return (
        <li key={state}>
          {clockText(time)} {say(`state_${state}`)}, {say(`cause_${cause}`)}
          {next && ` (${spanText(next.time - time)})`}
        </li>
      );
    })}
  </ol>
);

const Headers = ({ headers }: { headers: readonly Header[] }) => (
  <ul>
    {headers.map(({ name, value }, i) => (
      <li key={i}>
        <bdi>
          {preview(name, LONGEST)}: {preview(value, LONGEST)}
        </bdi>
      </li>
    ))}
  </ul>
);

const trafficText = ({ messages, bytes }: SocketRecord['sent']) =>
  `${sayCount('messages', messages)}, ${sizeText(bytes)}`;

const statusText = (status: number) => (status === 0 ? say('noAnswer') : countText(status));

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

function mostBuffered({ buffered }: SocketRecord) {
  const most = buffered.reduce((highest, { amount }) => Math.max(highest, amount), 0);
  return most > 0 && sizeText(most);
}
