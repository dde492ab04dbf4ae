import { preview, type SocketRecord } from '#model';
import type { Store } from '#panel/store.ts';
import { say } from '#panel/words.ts';
import { addressOf } from '../sockets/address.ts';
import type { Draft } from './draft.ts';

/** The socket that the message is for. Closed ones, and those of workers, are left out, but for the one aimed at. */
export function TargetSelect({ store, draft }: { store: Store; draft: Draft }) {
  store.revision.value;
  const { sockets } = store.session.value;
  const target = draft.target(store.session.value, store.chosen.value);
  const offered = sockets.filter(
    (socket) => socket === target || (socket.state !== 'closed' && socket.place === 'page'),
  );
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
    </select>
  );
}

const name = (socket: SocketRecord) =>
  `${socket.index + 1} ${preview(addressOf(socket).path, 60)} (${say(`state_${socket.state}`)})`;
