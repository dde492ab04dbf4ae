import type { CDPSession, Page } from 'puppeteer-core';

/** Reads what a page's process says of itself. */
export interface Meter {
  /** For how long the page's main thread has been busy since it began (`TaskDuration`), in ms: on a quiet machine only. */
  busy(): Promise<number>;
  /** What the page holds after a collection, in bytes: objects and strings, and the buffers beside them. */
  memory(): Promise<number>;
}

export const meter = async (page: Page): Promise<Meter> => meterOf(await page.createCDPSession());

/** @param session with a page, or with a frame that has a process of its own */
export async function meterOf(session: CDPSession): Promise<Meter> {
  await session.send('Performance.enable');
  return { busy: () => busy(session), memory: () => memory(session) };
}

async function busy(session: CDPSession): Promise<number> {
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
