import { method } from './natives.ts';

const clock = performance;
const read = method(Performance, 'now');
const tasks = scheduler;
const postTask = method(Scheduler, 'postTask');

const { round } = Math;

/** Milliseconds since the document's time origin, monotonic; to the microsecond, which is short to write. */
export const now = (): number => round(read(clock) * 1000) / 1000;

/**
 * Runs a task after some ms. Not by a timer: the page would see that its own timers skip a number, and may clear all
 * numbers there are.
 */
export const later = (task: () => void, delay: number): void => {
  if (tasks) void postTask(tasks, task, { __proto__: null, delay } as SchedulerPostTaskOptions);
};
