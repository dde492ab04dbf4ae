/** A socket of a page. */
export interface Connecting {
  readonly url: string;
  /** When it was made, ms since the epoch. */
  readonly from: number;
  /** When it was connecting no longer; Infinity where it still is. */
  readonly to: number;
}

/** The handshake of a socket. */
export interface Handshaking {
  readonly url: string;
  /** When it was sent, ms since the epoch. */
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

/** Within this many ms time does not tell one from another. */
const TWINS = 100;

/**
 * Finds the socket of each handshake: one with its URL that was connecting when it was sent, or nearest to that; of
 * several the one that was made first. Browsers open one connection to a server at a time, in the order in which they
 * are asked to, so a handshake may be sent long after its socket was made.
 * https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export function match<S extends Connecting, E extends Handshaking>(
  sockets: readonly S[],
  entries: readonly E[],
): Match<S, E>[] {
  const made = byUrl(sockets);
  return [...byUrl(entries)].flatMap(([url, sent]) => matchSame(made.get(url) ?? [], sent));
}

function byUrl<T extends { readonly url: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.url);
    if (group) group.push(one);
    else groups.set(one.url, [one]);
  }
  return groups;
}

/** Matches those of one URL. */
function matchSame<S extends Connecting, E extends Handshaking>(
  sockets: readonly S[],
  entries: readonly E[],
): Match<S, E>[] {
  const free = sockets.toSorted((one, other) => one.from - other.from);
  const sent = entries.toSorted((one, other) => one.time - other.time);
  const found = new Map<E, S>();
  for (const entry of sent) {
    const at = nearest(free, entry);
    const socket = free[at];
    if (!socket) continue;
    free.splice(at, 1);
    found.set(entry, socket);
  }
  return sent.flatMap((entry, at) => {
    const socket = found.get(entry);
    if (!socket) return [];
    const fits = (other: S | undefined) => !other || isNear(other, entry);
    const ambiguous = free.some(fits) || someNear(sent, at, socket, (other) => fits(found.get(other)));
    return { socket, entry, ambiguous };
  });
}

/** Position of the nearest of sockets in the order in which they were made; of several the first, -1 where all are too far. */
function nearest(sockets: readonly Connecting[], entry: Handshaking): number {
  let [best, least] = [-1, APART];
  for (const [at, socket] of sockets.entries()) {
    if (least === 0 || socket.from - entry.time >= least) break;
    const away = distance(socket, entry);
    if (away < least) [best, least] = [at, away];
  }
  return best;
}

/** How many ms before a socket was connecting, or after that, a handshake was sent. */
const distance = ({ from, to }: Connecting, { time }: Handshaking): number =>
  Math.max(0, from - time, time - to);

/** Whether a test holds for one of the entries, in the order of time, that are near the socket of the one at `at`. */
function someNear<E extends Handshaking>(
  entries: readonly E[],
  at: number,
  socket: Connecting,
  test: (other: E) => boolean,
): boolean {
  for (const step of [-1, 1])
    for (let next = at + step; ; next += step) {
      const other = entries[next];
      if (!other || distance(socket, other) >= APART) break;
      if (isNear(socket, other) && test(other)) return true;
    }
  return false;
}

const isNear = (socket: Connecting, entry: Handshaking): boolean => distance(socket, entry) < TWINS;
