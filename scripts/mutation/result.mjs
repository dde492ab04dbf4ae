import { performance } from 'node:perf_hooks';
import { Script } from 'node:vm';
import { TestStatus } from '@stryker-mutator/api/test-runner';

/**
 * @import { TestResult } from '@stryker-mutator/api/test-runner'
 * @import { Test } from './stand-in.ts'
 */

/** How often, in ms, it is looked whether there is still something going on. */
const INTERVAL = 500;

/** Rejects once nothing goes on in this process: what a test waits for will never come. @param {AbortSignal} signal ends it */
function idle(signal) {
  return new Promise((_, reject) => {
    let before = performance.eventLoopUtilization();
    let quiet = 0;
    const timer = setInterval(() => {
      const now = performance.eventLoopUtilization();
      quiet = now.active - before.active < 5 ? quiet + 1 : 0;
      before = now;
      if (quiet === 4) reject(new Error('What the test waits for never comes'));
    }, INTERVAL);
    signal.addEventListener('abort', () => clearInterval(timer));
  });
}

/** Only a script can be ended while it runs, with all that it calls. */
const calling = new Script('test()');

/**
 * Runs a test, for so many whole ms without a pause at most.
 * @param {Test} test @param {number} [timeout] @returns {Promise<TestResult>}
 */
export async function resultOf({ id, file, run }, timeout) {
  const begun = performance.now();
  const end = new AbortController();
  const known = () => ({ id, name: id, fileName: file, timeSpentMs: performance.now() - begun });
  try {
    Object.assign(globalThis, { test: run });
    const done = calling.runInThisContext(timeout === undefined ? {} : { timeout });
    if (done instanceof Promise) await Promise.race([done, idle(end.signal)]);
    return { ...known(), status: TestStatus.Success };
  } catch (error) {
    return { ...known(), status: TestStatus.Failed, failureMessage: String(error).slice(0, 500) };
  } finally {
    end.abort();
  }
}
