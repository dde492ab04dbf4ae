import { isOptionalNumber, isOptionalString, isRecord } from './record.ts';

/** Commands: wishes, going down from a panel to one document. The first two are for its relay, which reads for panels. */
export type Command =
  /** Send me what comes after this event number, then what happens. 0 asks for everything. */
  | { readonly type: 'attach'; readonly after: number }
  /** I have taken a batch: send the next. */
  | { readonly type: 'acknowledge' }
  | Act;

/** What a panel wants done with a socket of the page; the hook does it, and says what became of it. */
export type Act =
  | ({ readonly type: 'send' | 'inject' } & Delivery)
  | {
      readonly type: 'close';
      readonly id: number;
      readonly socket: number;
      readonly code?: number;
      readonly reason?: string;
    };

/** A message that a person wants on its way. */
export interface Delivery {
  /** Chosen by the panel; the outcome carries it back. */
  readonly id: number;
  readonly socket: number;
  readonly data: Sendable;
}

/** Text as it is, bytes as base64: commands travel as JSON. */
export type Sendable =
  | { readonly text: string; readonly base64?: undefined }
  | { readonly base64: string; readonly text?: undefined };

/** What the hook keeps. 0 events turns recording off. */
export interface Limits {
  readonly events: number;
  /** Of payload, in bytes; text counts two a UTF-16 unit. */
  readonly bytes: number;
  /** The most that is kept of one payload, in bytes or UTF-16 units. */
  readonly payload: number;
}

/** Where a person's limits are in the extension's local storage; the relay passes them on to the hook. */
export const LIMITS = 'limits';

/** What the hook keeps unless the person wants it otherwise. */
export const defaultLimits: Limits = { events: 100_000, bytes: 32 * 2 ** 20, payload: 64 * 2 ** 20 };

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const isSendable = (value: unknown): value is Sendable =>
  isRecord(value) && (typeof value.text === 'string' || typeof value.base64 === 'string');

/** Whether a value is limits, as a person's storage has them. */
export const isLimits = (value: unknown): value is Limits =>
  isRecord(value) && isCount(value.events) && isCount(value.bytes) && isCount(value.payload);

/** Whether a value is a command: the one check between a port and what acts on it. */
export function isCommand(value: unknown): value is Command {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'attach':
      return isCount(value.after);
    case 'acknowledge':
      return true;
    case 'send':
    case 'inject':
      return isCount(value.id) && isCount(value.socket) && isSendable(value.data);
    case 'close':
      return (
        isCount(value.id) &&
        isCount(value.socket) &&
        isOptionalNumber(value.code) &&
        isOptionalString(value.reason)
      );
    default:
      return false;
  }
}
