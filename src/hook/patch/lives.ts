import { weakGet, weakSet } from '#hook/natives.ts';
import { family } from './family.ts';
import type { Life } from './life.ts';

/** Sockets that are not closed, by number: what commands can reach. */
const live = { __proto__: null } as unknown as Record<number, Life | undefined>;
let count = 0;

/** The number that the next socket gets; a constructor that throws uses one up, too. */
export const nextNumber = (): number => ++count;

export function track(socket: object, life: Life): void {
  weakSet(family.lives, socket, life);
  live[life.number] = life;
}

const lifeOf = (socket: object): Life | undefined => weakGet(family.lives, socket);

/**
 * The life of a socket whose calls are to be recorded, whatever document it is of; `undefined` for anything else.
 * @param adopt takes up a socket that nobody saw being made, where it can
 */
export function recorded(self: object, adopt: (self: object) => void): Life | undefined {
  if (!lifeOf(self)) adopt(self);
  const life = lifeOf(self);
  return life?.calls.isOn() ? life : undefined;
}

export const liveSocket = (number: number): Life | undefined => live[number];

/** Lets go of a closed socket, so that it can be collected. */
export function release(number: number): void {
  delete live[number];
}
