/** What two records of one socket have in common. */
interface Opened {
  readonly url: string;
  /** When it was opened, ms since the epoch. */
  readonly time: number;
}

export interface Match<S, E> {
  readonly socket: S;
  readonly entry: E;
  /** Another socket or entry would have fitted as well. */
  readonly ambiguous: boolean;
}

/** The two clocks may differ by this much, in ms. */
const APART = 1000;

/** Two that are opened within this many ms cannot be told apart by time. */
const TWINS = 100;

/**
 * Finds for each entry of the network log the socket of a page that it is: same URL, nearest in time, in order. An
 * entry that no socket fits is left out: it belongs to a worker, or to a document that content scripts do not reach.
 */
export function match<S extends Opened, E extends Opened>(
  sockets: readonly S[],
  entries: readonly E[],
): Match<S, E>[] {
  const free = new Set(sockets);
  const matches: Match<S, E>[] = [];
  for (const entry of entries) {
    const [nearest] = candidates(entry, [...free]);
    if (!nearest) continue;
    free.delete(nearest);
    const rivals = entries.filter((other) => other !== entry && areTwins(other, entry));
    const others = sockets.filter((other) => other !== nearest && areTwins(other, entry));
    matches.push({ socket: nearest, entry, ambiguous: rivals.length + others.length > 0 });
  }
  return matches;
}

const distance = (one: Opened, other: Opened) => Math.abs(one.time - other.time);

const areTwins = (one: Opened, other: Opened) => one.url === other.url && distance(one, other) < TWINS;

const candidates = <S extends Opened>(entry: Opened, sockets: readonly S[]): S[] =>
  sockets
    .filter((socket) => socket.url === entry.url && distance(socket, entry) < APART)
    .sort((one, other) => distance(one, entry) - distance(other, entry));
