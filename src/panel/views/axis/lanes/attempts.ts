import type { SocketRecord } from '#model';

/** From how many on sockets to one URL are attempts at one connection: one that was made anew may be meant by itself. */
const FEWEST = 3;

/** When a socket ended, in ms since the epoch; `undefined` while it has not. */
const endOf = ({ transitions }: SocketRecord): number | undefined =>
  transitions.find(({ state }) => state === 'closed')?.time;

/**
 * Puts sockets together that one document made to one URL one after the other, each after the end of the one before:
 * the attempts at one connection. All others are by themselves. In the order of the last of each group.
 */
export function attemptsOf(sockets: readonly SocketRecord[]): (readonly SocketRecord[])[] {
  const runs = new Map<string, SocketRecord[][]>();
  for (const socket of sockets) {
    const name = `${socket.document.key} ${socket.place} ${socket.url}`;
    const own = runs.get(name) ?? [];
    runs.set(name, own);
    const run = own.at(-1);
    const before = run?.at(-1);
    const end = before && endOf(before);
    if (run && end !== undefined && end <= socket.created) run.push(socket);
    else own.push([socket]);
  }
  const groups = [...runs.values()]
    .flat()
    .flatMap((run) => (run.length < FEWEST ? run.map((one) => [one]) : [run]));
  return groups.sort((one, other) => newest(one) - newest(other));
}

const newest = (group: readonly SocketRecord[]): number => group.at(-1)?.index ?? 0;
