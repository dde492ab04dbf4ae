import { type Handshake, type Header, handshakeKey, type ReadyState } from '#model';
import { say } from '#panel/words.ts';
import { Fact, shown } from './fact.tsx';

/** The HTTP handshake: what its status means, and its headers both ways. */
export const HandshakeFacts = ({ handshake, state }: { handshake: Handshake; state: ReadyState }) => (
  <>
    <Fact name="fact_handshake">{statusText(handshake.status, state)}</Fact>
    <Fact name="fact_ambiguous">{handshake.ambiguous && say('ambiguous')}</Fact>
    <Fact name="fact_request">
      <Headers headers={handshake.request} />
    </Fact>
    <Fact name="fact_response">
      <Headers headers={handshake.response} />
    </Fact>
  </>
);

function statusText(status: number, state: ReadyState): string {
  if (status !== 0) return `${status} ${say(handshakeKey(status))}`;
  return say(state === 'connecting' ? 'handshakeWaits' : 'handshake0');
}

const Headers = ({ headers }: { headers: readonly Header[] }) => (
  <ul>
    {headers.map(({ name, value }, i) => (
      <li key={i}>
        {shown(name)}: {shown(value)}
      </li>
    ))}
  </ul>
);
