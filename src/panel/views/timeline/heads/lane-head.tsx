import { type Cause, closedBy, hasFailed, preview, type SocketRecord, standingOf } from '#model';
import { sizeText } from '#panel/figures.ts';
import type { Slot } from '#panel/views/axis/lanes/slot.ts';
import { addressOf } from '#panel/views/sockets/address.ts';
import { closeMeaning } from '#panel/views/sockets/close-meaning.ts';
import { documentText, endText } from '#panel/views/sockets/life.ts';
import { socketNumber } from '#panel/views/sockets/socket-number.tsx';
import { StateSign } from '#panel/views/sockets/state-sign.tsx';
import { type Key, say, sayCount } from '#panel/words.ts';
import { shortCount } from './short-count.ts';

/** The most that is shown of a URL, and how much of its end is never cut, in UTF-16 units. */
const LONGEST = 300;
const END = 10;

interface Props {
  readonly id: string;
  readonly slot: Slot;
  /** In CSS px. */
  readonly top: number;
  readonly position: number;
  /** How many lanes there are. */
  readonly of: number;
  readonly chosen: boolean;
  /** Whether it is of the page, and not of a file. */
  readonly live: boolean;
  /** What the addresses of all sockets begin with. */
  readonly common: string;
  readonly onClick: (event: MouseEvent) => void;
  readonly onToggle: () => void;
}

/** The head of a lane: state, number, address, messages each way, how it ended. */
export function LaneHead({ id, slot, top, position, of, chosen, live, common, onClick, onToggle }: Props) {
  const { sockets, kind, depth } = slot;
  const socket = sockets.at(-1);
  if (!socket) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys of its options
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the active option
    <div
      class={`lane-head ${kind}`}
      role="option"
      id={id}
      aria-selected={chosen}
      aria-setsize={of}
      aria-posinset={position + 1}
      title={tip(slot, socket)}
      style={{ top: `${top}px`, paddingLeft: `${8 + depth * 10}px` }}
      onClick={onClick}
    >
      {kind !== 'page' && <StateSign standing={standingOf(socket, live)} />}
      {kind === 'socket' && socketNumber(socket)}
      {kind === 'page' ? <Left slot={slot} /> : <Path socket={socket} common={common} />}
      {kind === 'attempts' && <span class="lane-attempts">× {sockets.length}</span>}
      {kind !== 'page' && <Facts sockets={sockets} socket={socket} />}
      {kind !== 'socket' && <Toggle open={slot.open} onToggle={onToggle} />}
    </div>
  );
}

/** What sockets are, what went over them, and how the last of them ended. */
const Facts = ({ sockets, socket }: { sockets: readonly SocketRecord[]; socket: SocketRecord }) => (
  <>
    {socket.interface && <span class="badge">{socket.interface}</span>}
    {socket.place === 'worker' && (
      <span class="badge" title={say('workerTitle')}>
        {say('worker')}
      </span>
    )}
    <Ways sockets={sockets} />
    <End socket={socket} />
  </>
);

/** All that the head may have no room for. */
const tip = ({ sockets, page }: Slot, socket: SocketRecord) =>
  (page ? [page.url] : [socket.url, socket.document.url, socket.protocol, totals(sockets), endOf(socket)])
    .filter(Boolean)
    .map((text) => preview(text, 4000))
    .join('\n');

function totals(sockets: readonly SocketRecord[]): string {
  const total = (way: 'sent' | 'received', of: 'messages' | 'bytes') =>
    sockets.reduce((sum, socket) => sum + socket[way][of], 0);
  const inWords = (way: 'sent' | 'received') =>
    `${sayCount(way, total(way, 'messages'))}, ${sizeText(total(way, 'bytes'))}`;
  return `${inWords('sent')} · ${inWords('received')}`;
}

function endOf(socket: SocketRecord): string {
  const cause = closedBy(socket);
  const { code, reason } = socket.close ?? {};
  if (code === undefined) return endText(socket);
  return [`${code} ${closeMeaning(code)}`, reason, cause && say(`cause_${cause}`)]
    .filter(Boolean)
    .join(' · ');
}

/** A page that was left: its address, and how many sockets it had. */
const Left = ({ slot: { page, sockets } }: { slot: Slot }) => (
  <span class="lane-path">
    {page && <bdi>{preview(documentText(page), LONGEST)}</bdi>}, {say('pageLeft')},{' '}
    {sayCount('sockets', sockets.length)}
  </span>
);

/** The address: what it shares with all others is faint, and it is cut in its middle, not where addresses differ. */
function Path({ socket, common }: { socket: SocketRecord; common: string }) {
  const path = preview(addressOf(socket).path, LONGEST);
  const shared = path.startsWith(common) ? common.length : 0;
  const cut = Math.max(shared, path.length - END);
  return (
    <bdi class="lane-path">
      <span class="lane-path-start">
        <span class="faint-part">{path.slice(0, shared)}</span>
        {path.slice(shared, cut)}
      </span>
      <span class="lane-path-end">{path.slice(cut)}</span>
    </bdi>
  );
}

function Ways({ sockets }: { sockets: readonly SocketRecord[] }) {
  const sum = (of: (socket: SocketRecord) => number) => sockets.reduce((all, socket) => all + of(socket), 0);
  const lost = sum((socket) => socket.lost);
  const unsent = sum((socket) => socket.unsent.messages);
  const injected = sum((socket) => socket.injected.messages);
  return (
    <span class="lane-ways">
      <Way sign="↑" way="sent" messages={sum((socket) => socket.sent.messages)} />
      <Way sign="↓" way="received" messages={sum((socket) => socket.received.messages)} />
      {unsent > 0 && <span>{sayCount('unsent', unsent)}</span>}
      {injected > 0 && <span>{sayCount('injections', injected)}</span>}
      {lost > 0 && <span class="socket-lost">{sayCount('lost', lost)}</span>}
    </span>
  );
}

const Way = ({ sign, way, messages }: { sign: string; way: 'sent' | 'received'; messages: number }) => (
  <span class={`way ${way}`}>
    <span aria-hidden="true">
      {sign}
      {shortCount(messages)}
    </span>
    <span class="heard">{sayCount(way, messages)}</span>
  </span>
);

/** Who closed a socket, in a word; of some ends nobody knows. */
const enders: Partial<Record<Cause, Key>> = {
  page: 'by_page',
  panel: 'by_panel',
  server: 'by_server',
  document: 'by_document',
};

/** How a socket ended: the code, and who closed it. */
function End({ socket }: { socket: SocketRecord }) {
  if (!socket.close) return null;
  const by = enders[closedBy(socket) ?? 'unseen'];
  return (
    <span class={hasFailed(socket) ? 'lane-end failed' : 'lane-end'}>
      <span class="close-code">{socket.close.code}</span>
      {by && <span class="lane-cause">{say(by)}</span>}
    </span>
  );
}

const Toggle = ({ open, onToggle }: { open: boolean; onToggle: () => void }) => (
  <span
    class="lane-toggle"
    aria-hidden="true"
    onClick={(event) => {
      event.stopPropagation();
      onToggle();
    }}
  >
    {open ? '▾' : '▸'}
  </span>
);
