/** What can be odd in a file; each a message of `public/_locales`. */
export const remarkKeys = [
  /** The field at `where` is not `detail`, and was read as well as it can be. */
  'repaired',
  /** The time at `where` is none that can be: it was put between those of its neighbours. */
  'placed',
  /** What is at `where` is no message, or no entry. */
  'leftOut',
  /** The times of the file are in `detail`. */
  'unit',
  /** The handshake at `where` has no list of messages: some programs write none. */
  'noMessages',
  /** The messages of the entry at `where` are in another file, `detail`, which is not there. */
  'attached',
  /** Of the files that were packed together, `where` was not read. */
  'unread',
] as const;

export type RemarkKey = (typeof remarkKeys)[number];

export interface Remark {
  readonly key: RemarkKey;
  /** A path such as `log.entries[3]._webSocketMessages[12].time`; empty where it is all of the file. */
  readonly where: string;
  readonly detail: string;
}

/** What was odd in a file. */
export interface Remarks {
  /** The first of them, in the order in which they were found. */
  readonly list: readonly Remark[];
  /** How many there are of each. */
  readonly counts: Readonly<Partial<Record<RemarkKey, number>>>;
}

/** So many are listed; all are counted. */
const LISTED = 1000;

/** Where it is noted while a file is read. */
export class RemarkList implements Remarks {
  readonly list: Remark[] = [];
  readonly counts: Partial<Record<RemarkKey, number>> = {};

  /** @param where asked for only where it is listed: files may be odd in a million places */
  add(key: RemarkKey, where: () => string, detail = ''): void {
    this.counts[key] = (this.counts[key] ?? 0) + 1;
    if (this.list.length < LISTED) this.list.push({ key, where: where(), detail });
  }
}
