import { type Handshake, type Header, handshakeKey } from '#model';
import { say } from '#panel/words.ts';
import { Fact, shown } from './fact.tsx';

/** The HTTP handshake: what its status means, and its headers both ways. */
export const HandshakeFacts = ({ handshake }: { handshake: Handshake }) => (
  <>
    <Fact name="fact_handshake">{statusText(handshake.status)}</Fact>
    <Fact name="fact_ambiguous">{handshake.ambiguous && say('ambiguous')}</Fact>
    <Fact name="fact_request">
      <Headers headers={handshake.request} />
    </Fact>
    <Fact name="fact_response">
      <Headers headers={handshake.response} />
    </Fact>
  </>
);

const statusText = (status: number) =>
  status === 0 ? say('handshake0') : `${status} ${say(handshakeKey(status))}`;

const Headers = ({ headers }: { headers: readonly Header[] }) => (
  <ul>
    {headers.map(({ name, value }, i) => (
      <li key={i}>
        {shown(name)}: {shown(value)}
      </li>
    ))}
  </ul>
);
