import { closedBy, hasFailed, preview, type SocketRecord, standingOf, type Traffic } from '#model';
import { countText, sizeText } from '#panel/figures.ts';
import { say, sayCount } from '#panel/words.ts';
import { addressOf } from './address.ts';
import { closeMeaning } from './close-meaning.ts';
import { ageText, documentText, endText } from './life.ts';
import { StateSign } from './state-sign.tsx';

/** The most that is shown of a URL's path or host, in UTF-16 units. */
const LONGEST = 300;

interface Props {
  readonly socket: SocketRecord;
  /** How many options there are. */
  readonly of: number;
  readonly chosen: boolean;
  /** Whether it is of the page, and not of a file. */
  readonly live?: boolean;
  /** What its age is counted to, in ms since the epoch. */
  readonly now: number;
  /** Whether there are several documents, so that it has to say which it is of. */
  readonly ofSeveral: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** One socket in the list: state, address, traffic each way, its age, its protocol, its document, how it ended. */
export function SocketOption({ socket, of, chosen, live = true, now, ofSeveral, onClick }: Props) {
  const { path, host } = addressOf(socket);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys of its options
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the active option
    <div
      class="socket-option"
      role="option"
      id={`socket-${socket.index}`}
      aria-selected={chosen}
      aria-setsize={of}
      aria-posinset={socket.index + 1}
      title={tip(socket)}
      onClick={onClick}
    >
      <div class="socket-line">
        <StateSign standing={standingOf(socket, live)} />
        <span class="socket-number">{socket.index + 1}</span>
        <bdi class="socket-path">{preview(path, LONGEST)}</bdi>
        {socket.interface && <span class="badge">{socket.interface}</span>}
        {socket.place === 'worker' && (
          <span class="badge" title={say('workerTitle')}>
            {say('worker')}
          </span>
        )}
        <CloseCode socket={socket} />
      </div>
      <div class="socket-line socket-facts">
        <bdi class="socket-host">{preview(host, LONGEST)}</bdi>
        <Way sign="↑" name={sayCount('sent', socket.sent.messages)} traffic={socket.sent} />
        <Way sign="↓" name={sayCount('received', socket.received.messages)} traffic={socket.received} />
        <Aside socket={socket} />
        {socket.lost > 0 && <span class="socket-lost">{sayCount('lost', socket.lost)}</span>}
      </div>
      <Life socket={socket} live={live} now={now} ofSeveral={ofSeveral} />
    </div>
  );
}

/** All that the option may have no room for. */
const tip = (socket: SocketRecord) =>
  [socket.url, socket.document.url, socket.protocol, endText(socket)]
    .filter(Boolean)
    .map((text) => preview(text, 4000))
    .join('\n');

function Life({ socket, live = true, now, ofSeveral }: Pick<Props, 'socket' | 'live' | 'now' | 'ofSeveral'>) {
  const { protocol, document } = socket;
  const end = preview(endText(socket), LONGEST);
  return (
    <div class="socket-line socket-facts socket-life">
      <span>{ageText(socket, now, live)}</span>
      {end && <span class="socket-end">{end}</span>}
      {protocol && <bdi class="badge">{preview(protocol, LONGEST)}</bdi>}
      {ofSeveral && <bdi class="socket-end">{preview(documentText(document), LONGEST)}</bdi>}
    </div>
  );
}

/** What did not go over the wire. */
const Aside = ({ socket: { unsent, injected } }: { socket: SocketRecord }) => (
  <>
    {unsent.messages > 0 && <span>{sayCount('unsent', unsent.messages)}</span>}
    {injected.messages > 0 && <span>{sayCount('injections', injected.messages)}</span>}
  </>
);

function Way({ sign, name, traffic }: { sign: string; name: string; traffic: Traffic }) {
  return (
    <span class={sign === '↑' ? 'way sent' : 'way received'} title={`${name}, ${sizeText(traffic.bytes)}`}>
      <span aria-hidden="true">
        {sign} {countText(traffic.messages)}
      </span>
      <span class="heard">{name}</span>
      {traffic.bytes > 0 && <span class="way-bytes"> {sizeText(traffic.bytes)}</span>}
    </span>
  );
}

function CloseCode({ socket }: { socket: SocketRecord }) {
  if (!socket.close) return null;
  const { code, reason } = socket.close;
  const cause = closedBy(socket);
  const title = [closeMeaning(code), preview(reason, LONGEST), cause && say(`cause_${cause}`)];
  return (
    <span
      class={hasFailed(socket) ? 'close-code failed' : 'close-code'}
      title={title.filter(Boolean).join(' · ')}
    >
      {code}
    </span>
  );
}
