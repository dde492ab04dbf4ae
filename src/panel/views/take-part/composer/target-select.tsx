import { preview, type SocketRecord } from '#model';
import type { Store } from '#panel/store/store.ts';
import { addressOf } from '#panel/views/sockets/address.ts';
import { useCalm } from '#panel/views/sockets/use-calm.ts';
import { say } from '#panel/words.ts';
import type { Draft } from './draft.ts';

/** No more than a person looks through. Any other is offered while it is chosen in the list of sockets. */
const MOST = 100;

/** The socket that the message is for. Closed ones, and those of workers, are left out, but for the one aimed at. */
export function TargetSelect({ store, draft }: { store: Store; draft: Draft }) {
  useCalm(store);
  const { sockets } = store.session.value;
  const chosen = store.sight.chosen.value;
  const target = draft.target(store.session.value, chosen, store.selected.value);
  const { offered, more } = offer(store.session.value.live ? sockets : [], chosen, target);
  return (
    <select
      class="target-select"
      aria-label={say('target')}
      value={target?.index ?? ''}
      onChange={(event) => {
        const socket = sockets[Number(event.currentTarget.value)];
        if (socket) draft.aim(socket);
      }}
    >
      {!target && <option value="">{say('noTarget')}</option>}
      {offered.map((socket) => (
        <option key={socket.index} value={socket.index}>
          {name(socket)}
        </option>
      ))}
      {more && <option disabled>{say('moreTargets')}</option>}
    </select>
  );
}

/** The sockets to choose from, in their order: the one aimed at, those chosen in the list, and the newest. */
function offer(sockets: readonly SocketRecord[], chosen: ReadonlySet<number>, target?: SocketRecord) {
  const offered = new Set(target && [target]);
  const add = (socket: SocketRecord | undefined) => {
    const can = socket && socket.state !== 'closed' && socket.place === 'page' && !offered.has(socket);
    if (can && offered.size < MOST) offered.add(socket);
    return !can || offered.has(socket);
  };
  let all = true;
  for (const index of chosen) all = all && add(sockets[index]);
  for (let index = sockets.length - 1; all && index >= 0; index--) all = add(sockets[index]);
  return { offered: [...offered].sort((one, other) => one.index - other.index), more: !all };
}

const name = (socket: SocketRecord) =>
  `${socket.index + 1} ${preview(addressOf(socket).path, 60)} (${say(`state_${socket.state}`)})`;
