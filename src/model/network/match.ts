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

export function match<S extends Opened, E extends Opened>(
  sockets: readonly S[],
  entries: readonly E[],
): Match<S, E>[] {
  const [made, logged] = [byUrl(sockets), byUrl(entries)];
  const taken = new Set<S>();
  return entries.flatMap((entry) => {
    const near = made.get(entry.url) ?? [];
    const socket = nearest(near, entry.time, taken);
    if (!socket) return [];
    taken.add(socket);
    const ambiguous = hasTwin(logged.get(entry.url) ?? [], entry, entry) || hasTwin(near, entry, socket);
    return [{ socket, entry, ambiguous }];
  });
}

/** Those of each URL in the order of time: a page may have thousands. */
function byUrl<T extends Opened>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.url);
    if (group) group.push(one);
    else groups.set(one.url, [one]);
  }
  for (const group of groups.values()) group.sort((one, other) => one.time - other.time);
  return groups;
}

/** Position of the first that is not before `time`. */
function firstFrom(group: readonly Opened[], time: number): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest to a time that is not taken, unless that is too far apart. */
function nearest<T extends Opened>(group: readonly T[], time: number, taken: ReadonlySet<T>): T | undefined {
  let [before, after] = [firstFrom(group, time) - 1, firstFrom(group, time)];
  for (;;) {
    const [earlier, later] = [group[before], group[after]];
    const [back, forth] = [earlier, later].map((one) => (one ? Math.abs(one.time - time) : APART));
    if (Math.min(back ?? APART, forth ?? APART) >= APART) return undefined;
    const near = (back ?? APART) <= (forth ?? APART) ? group[before--] : group[after++];
    if (near && !taken.has(near)) return near;
  }
}

/** Whether there is another than `self` that time does not tell from `one`. */
function hasTwin(group: readonly Opened[], { time }: Opened, self: Opened): boolean {
  for (let at = firstFrom(group, time - TWINS); at < group.length; at++) {
    const other = group[at];
    if (!other || other.time >= time + TWINS) return false;
    if (other !== self && other.time > time - TWINS) return true;
  }
  return false;
}
