import type { Page } from 'puppeteer-core';
import type { Scope } from '#support/browser.ts';

/** What the main thread of a page did meanwhile. Times in ms. */
export interface Watched {
  /** The longest task, in CPU time; and in wall time, in which other programs on the machine count, too. */
  readonly longest: number;
  readonly longestWall: number;
  /** CPU time of the work between two frames, for every frame. */
  readonly work: readonly number[];
  /** From one frame to the next, for every frame. */
  readonly intervals: readonly number[];
}

/** A trace event, https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time. */
  readonly tdur?: number;
}

const MARK = 'sockscope-bench';

/**
 * Watches the main thread of a page while something is done to it.
 * @param scope what of the page is meant, where it is a frame with a process of its own
 */
export async function watch(page: Page, act: () => Promise<unknown>, scope: Scope = page): Promise<Watched> {
  await page.tracing.start({
    categories: ['blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await scope.evaluate(sampleFrames, MARK);
  await act();
  const frames = await scope.evaluate('globalThis.stopSampling()');
  const buffer = await page.tracing.stop();
  if (!buffer) throw new Error('The browser gave no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
  return { ...tasksOf(traceEvents), intervals: frames as number[] };
}

/** Notes the time of every frame until it is stopped. Runs in the page. */
function sampleFrames(mark: string): void {
  performance.mark(mark);
  const intervals: number[] = [];
  let last: number | undefined;
  let frame = requestAnimationFrame(function sample(time) {
    if (last !== undefined) intervals.push(time - last);
    last = time;
    frame = requestAnimationFrame(sample);
  });
  Object.assign(globalThis, {
    stopSampling: () => {
      cancelAnimationFrame(frame);
      return intervals;
    },
  });
}

/** CPU time of a task in ms. It was not longer than the task: the clock of a thread jumps now and then on some machines. */
const cpu = ({ dur = 0, tdur = dur }: TraceEvent) => Math.min(dur, tdur) / 1000;

function tasksOf(events: readonly TraceEvent[]): Omit<Watched, 'intervals'> {
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('The page is not in the trace');
  const own = events.filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts >= mark.ts);
  const inOrder = (name: string) => own.filter((event) => event.name === name).sort((a, b) => a.ts - b.ts);
  const tasks = inOrder('RunTask');
  return {
    longest: Math.max(0, ...tasks.map(cpu)),
    longestWall: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000,
    work: workOf(tasks, inOrder('FireAnimationFrame')),
  };
}

/** Work by frame: a frame begins with the task in which animation callbacks run. */
function workOf(tasks: readonly TraceEvent[], callbacks: readonly TraceEvent[]): number[] {
  const work: number[] = [];
  let next = 0;
  for (const task of tasks) {
    const { ts, dur = 0 } = task;
    const isFrame = next < callbacks.length && (callbacks[next] as TraceEvent).ts < ts + dur;
    while (next < callbacks.length && (callbacks[next] as TraceEvent).ts < ts + dur) next++;
    if (isFrame) work.push(0);
    if (work.length > 0) work[work.length - 1] = (work.at(-1) ?? 0) + cpu(task);
  }
  return work;
}
