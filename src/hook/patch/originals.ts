import { weakGet, weakSet } from '#hook/natives.ts';
import { family } from './family.ts';

export const remember = (disguised: object, original: object): void => {
  weakSet(family.originals, disguised, original);
};

/** The native that a disguised function stands for, of any realm; any other value as it is. */
export const original = (value: unknown): unknown =>
  typeof value === 'function' ? (weakGet(family.originals, value) ?? value) : value;
