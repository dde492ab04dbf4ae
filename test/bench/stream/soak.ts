import { figures, recorded } from '#support/panel.ts';
import { startServer } from '#support/server.ts';
import type { Bench } from '../figure.ts';
import { launchForBench } from '../launch.ts';
import { meter } from '../meter.ts';
import { flow } from './flow.ts';

const RATE = 2000;
const MEGABYTE = 2 ** 20;

/** How much the heap may be larger in the end, in MB: its own measure is not steadier. */
const GROWTH = 1;

/** Reads every message of a socket. Runs in the page. */
function read(url: string): void {
  new WebSocket(url).onmessage = ({ data }) => data.length;
}

/**
 * A steady stream for ten minutes, with the panel open. The heap is measured when the log, which is bounded, has been
 * full for a while, and in the end.
 */
export const soak: Bench = async function* ({ quick }) {
  const seconds = quick ? 120 : 600;
  const server = await startServer({ sockets: { '/flow': flow } });
  const chromium = await launchForBench();
  try {
    const page = await chromium.browser.newPage({ type: 'window' });
    await page.goto(server.page('<title>Soak</title>'));
    const panel = await chromium.openPanelTab(page);
    const { memory } = await meter(page);
    const sent = RATE * seconds;
    const url = `${server.wsUrl}/flow?count=${sent}&size=100&rate=${RATE}`;
    await page.evaluate(read, url);
    await recorded(panel, RATE * 75, 150_000);
    const before = (await memory()) / MEGABYTE;
    yield { name: 'heap of the page, log full', value: before, unit: 'MB' };
    await recorded(panel, sent, seconds * 1500);
    const after = (await memory()) / MEGABYTE;
    const { messages, lost } = await figures(panel);
    yield { name: `heap of the page after ${seconds} s`, value: after, unit: 'MB', most: before + GROWTH };
    yield { name: 'messages in the panel', value: messages, unit: 'messages', least: sent, most: sent };
    yield { name: 'lost', value: lost, unit: 'messages', most: 0 };
  } finally {
    await chromium.close();
    await server.close();
  }
};
