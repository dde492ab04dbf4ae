import type { DocumentRecord, SocketRecord } from '#model';

/** A lane: of a socket, of the attempts at one connection, or of a page that was left, with all of its sockets. */
export interface Slot {
  readonly kind: 'socket' | 'attempts' | 'page';
  /** Names it as long as the session lasts. */
  readonly key: string;
  /** Those that it stands for, in the order in which they were made; the last one is the one that goes on. */
  readonly sockets: readonly SocketRecord[];
  /** Whether lanes for each of them follow. */
  readonly open: boolean;
  /** How far it is below another: 0 for those that are below none. */
  readonly depth: number;
  /** The page that was left. */
  readonly page?: DocumentRecord;
}
