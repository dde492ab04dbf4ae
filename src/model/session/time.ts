/** The last moment that ECMAScript has a date for, in ms since the epoch; the first is as far before it. */
const LAST = 8.64e15;

/** Whether a number is a moment in ms since the epoch, so that it can be told as a date. */
export const isTime = (time: number): boolean => Math.abs(time) <= LAST;

/** A moment in ms since the epoch, or another where it is none: what comes from pages and files may be any number. */
export const timeOr = (time: number, instead: number): number => (isTime(time) ? time : instead);
