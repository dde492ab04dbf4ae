import type { SocketRecord } from '#model';
import type { Slot } from './slot.ts';

/** How lanes may be ordered, beside what lives before what has ended. */
export const orders = ['made', 'messages', 'bytes', 'faults'] as const;

export type Order = (typeof orders)[number];

/** Which sockets a person wants to see in the lanes, and in which order. */
export interface Wanted {
  /** A part of the URL, in small letters; empty for any. */
  readonly text: string;
  /** Whether those that live, those that ended, or all. */
  readonly state: 'any' | 'live' | 'ended';
  readonly order: (slots: readonly Slot[]) => readonly Slot[];
}

const isLive = (socket?: SocketRecord): boolean => socket !== undefined && socket.state !== 'closed';

const sum = ({ sockets }: Slot, of: (socket: SocketRecord) => number): number =>
  sockets.reduce((total, socket) => total + of(socket), 0);

/** By what lanes are compared: the highest first. */
const measures: Readonly<Record<Order, (slot: Slot) => number>> = {
  made: () => 0,
  messages: (slot) => sum(slot, ({ sent, received }) => sent.messages + received.messages),
  bytes: (slot) => sum(slot, ({ sent, received }) => sent.bytes + received.bytes),
  faults: (slot) =>
    sum(slot, ({ error, close }) => (error !== undefined || close?.wasClean === false ? 1 : 0)),
};

/** What lives first, and among that by a measure. Lanes of equal measure stay as they are. */
const orderedBy = (order: Order) => (slots: readonly Slot[]) => {
  const keyed = slots.map((slot) => ({
    slot,
    live: isLive(slot.sockets.at(-1)),
    measure: measures[order](slot),
  }));
  keyed.sort((one, other) => Number(other.live) - Number(one.live) || other.measure - one.measure);
  return keyed.map(({ slot }) => slot);
};

export const wanted = (text: string, state: Wanted['state'], order: Order): Wanted => ({
  text: text.trim().toLowerCase(),
  state,
  order: orderedBy(order),
});

export const wantsAll: Wanted = wanted('', 'any', 'made');

export const wantsSocket = ({ text, state }: Wanted, socket: SocketRecord): boolean =>
  (state === 'any' || (state === 'live') === isLive(socket)) &&
  (text === '' || socket.url.toLowerCase().includes(text));
