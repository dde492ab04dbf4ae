import type { Batch } from './batch.ts';
import { isRecord } from './record.ts';
import type { Announced } from './route.ts';

/** A relay tells every panel that its document has sockets; the browser stamps tab and document on it. */
export interface Announcement {
  readonly type: 'document';
  /** Whether it is the page itself, and not in a frame of it. */
  readonly top: boolean;
  /** What of its window could not be patched, as code, because another script was there first; empty where all was. */
  readonly missed: string;
  /** What it says last, which a port would not carry. */
  readonly batch?: Batch | undefined;
}

/** A panel asks the documents of a tab to announce themselves; those that have sockets do, and the top one always. */
export interface RollCall {
  readonly type: 'roll-call';
}

/** The name in the global scope of its own world under which a relay shows that it listens in a document. */
export const RELAY = 'relay';

export const isAnnouncement = (value: unknown): value is Announcement =>
  isRecord(value) &&
  value.type === 'document' &&
  typeof value.top === 'boolean' &&
  typeof value.missed === 'string';

export const isRollCall = (value: unknown): value is RollCall =>
  isRecord(value) && value.type === 'roll-call';

/** What browsers say of the sender of a message, as far as it is needed here. */
interface Sender {
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly url?: string | undefined;
  readonly documentId?: string | undefined;
}

/** The document of a tab that announces itself by a message; `undefined` for any other message. */
export function announcedBy(message: unknown, sender: Sender, tabId: number): Announced | undefined {
  const { documentId, url = '' } = sender;
  if (!isAnnouncement(message) || sender.tab?.id !== tabId || documentId === undefined) return undefined;
  const { top, missed, batch } = message;
  return { documentId, url, top, missed, batch };
}
