import { getter, uncurry } from './natives.ts';

const clock = performance;
const read = uncurry(Performance.prototype.now);
const schedule = setTimeout;

/** Milliseconds since the document's time origin, monotonic. */
export const now = (): number => read(clock);

/** When the document's clock began, in ms since the epoch. */
export const timeOrigin = getter<Performance, number>(Performance.prototype, 'timeOrigin')(clock);

/** Runs a task after some ms, on the timer that the page may replace later. */
export const later = (task: () => void, delay: number): void => {
  schedule(task, delay);
};
