import type { CDPSession, Page } from 'puppeteer-core';

/** For how long a page's main thread was busy (`TaskDuration`), in ms. */
export interface Busy {
  /** By the clock on the wall: what other processes took of the processor meanwhile is in it. */
  readonly wall: number;
  /** By the clock of the thread, which stands while the processor is with somebody else. */
  readonly cpu: number;
}

/** Reads what a page's process says of itself. */
export interface Meter {
  /** Since the page began. */
  busy(): Promise<Busy>;
  /** What the page holds after a collection, in bytes: objects and strings, and the buffers beside them. */
  memory(): Promise<number>;
}

export const meter = async (page: Page): Promise<Meter> =>
  meterOf(await page.createCDPSession(), await page.createCDPSession());

/** @param session with a page, or with a frame that has a process of its own @param other one more with the same */
export async function meterOf(session: CDPSession, other: CDPSession): Promise<Meter> {
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  await other.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    busy: async () => ({ wall: await taskDuration(session), cpu: await taskDuration(other) }),
    memory: () => memory(session),
  };
}

async function taskDuration(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The browser does not measure TaskDuration');
  return seconds * 1000;
}

async function memory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage: Readonly<Record<string, number>> = { ...(await session.send('Runtime.getHeapUsage')) };
  return (usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
