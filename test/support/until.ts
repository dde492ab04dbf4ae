import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for a condition: asks until the answer is neither false nor undefined, and gives that answer. An answer
 * that throws is asked again: what is looked at may not be there yet.
 * @param what is waited for, in words, for the error
 * @param timeout in ms
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  timeout = 30_000,
): Promise<T> {
  const deadline = performance.now() + timeout;
  let failure: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== undefined) return answer;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await delay(25);
  }
  throw new Error(`Waited ${timeout} ms in vain for ${what}`, { cause: failure });
}
