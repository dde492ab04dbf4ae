import { weakGet, weakSet } from '#hook/natives.ts';
import type { Arguments, Native } from './functions.ts';

/** Text, or bytes in memory of their own. */
export type Sent = string | Uint8Array<ArrayBuffer>;

/** A socket of either kind, as the hook knows it: what is asked of it, and what a panel can have done with it. */
export interface Life {
  readonly number: number;
  readyState(): number;
  /** In bytes; 0 where it is not known. */
  bufferedAmount(): number;
  /** Whether the native takes an object as bytes; all else it takes as the string that it becomes. */
  isBytes(value: object): boolean;
  /** What sends, called on `sender` with one argument. */
  readonly nativeSend: Native;
  readonly sender: object;
  /** Something that closes it was called. */
  closing(): void;
  /** Closes it for a panel. @param args a code and a reason, or less */
  close(args: Arguments): unknown;
  /** Has a message come as if it had arrived. */
  inject(data: Sent): void;
}

const lives: WeakMap<object, Life> = new WeakMap();

/** Sockets that are not closed, by number: what commands can reach. */
const live = { __proto__: null } as unknown as Record<number, Life | undefined>;
let count = 0;

/** The number that the next socket gets; a constructor that throws uses one up, too. */
export const nextNumber = (): number => ++count;

export function track(socket: object, life: Life): void {
  weakSet(lives, socket, life);
  live[life.number] = life;
}

/** Of a socket of this document; `undefined` for anything else. */
export const lifeOf = (socket: object): Life | undefined => weakGet(lives, socket);

export const liveSocket = (number: number): Life | undefined => live[number];

/** Lets go of a closed socket, so that it can be collected. */
export function release(number: number): void {
  delete live[number];
}
