import { isRecord } from './record.ts';

/** A relay tells every panel that its document has sockets; the browser stamps tab and document on it. */
export interface Announcement {
  readonly type: 'document';
}

/** A panel asks the documents of a tab to announce themselves; those that have sockets do, and the top one always. */
export interface RollCall {
  readonly type: 'roll-call';
}

export const isAnnouncement = (value: unknown): value is Announcement =>
  isRecord(value) && value.type === 'document';

export const isRollCall = (value: unknown): value is RollCall =>
  isRecord(value) && value.type === 'roll-call';
