import { launchChromium } from '#support/chromium.ts';
import { figures, recorded } from '#support/panel.ts';
import { type Server, startServer } from '#support/server.ts';
import type { Bench, Figure } from '../figure.ts';
import { launchForBench } from '../launch.ts';
import { quantile } from '../statistics.ts';
import { clickDuring } from './clicks.ts';
import { flow } from './flow.ts';
import { type Received, receiveIn } from './received.ts';

const SIZE = 100;

const perSecond = ({ messages, time }: Received) => (messages * 1000) / time;

/** How many messages a second the bare browser can receive. */
async function fastest(server: Server, seconds: number): Promise<number> {
  const chromium = await launchChromium({ extension: false });
  try {
    const page = await chromium.newPage();
    await page.goto(server.page('<title>Stream</title>'));
    const url = `${server.wsUrl}/flow?size=${SIZE}`;
    return perSecond(await receiveIn(page, url, Number.MAX_SAFE_INTEGER, seconds * 1000));
  } finally {
    await chromium.close();
  }
}

/** Has a page with the extension receive that stream, while the panel records it and is clicked in. */
async function* recordedStream(server: Server, rate: number, seconds: number): AsyncIterable<Figure> {
  const chromium = await launchForBench();
  try {
    const page = await chromium.browser.newPage({ type: 'window' });
    await page.goto(server.page('<title>Stream</title>'));
    const panel = await chromium.openPanelTab(page);
    await panel.setViewport({ width: 1400, height: 900 });
    const sent = Math.round(rate * seconds);
    const url = `${server.wsUrl}/flow?count=${sent}&size=${SIZE}&rate=${rate}`;
    const receiving = receiveIn(page, url, sent, Number.POSITIVE_INFINITY);
    const answers = await clickDuring(panel, receiving);
    const received = await receiving;
    const from = performance.now();
    await recorded(panel, sent, 60_000);
    const { messages, lost } = await figures(panel);
    yield { name: 'recorded page receives', value: perSecond(received), unit: '/s' };
    yield { name: 'messages sent', value: sent, unit: 'messages' };
    yield { name: 'messages in the panel', value: messages, unit: 'messages', least: sent, most: sent };
    yield { name: 'lost', value: lost, unit: 'messages', most: 0 };
    yield { name: 'panel is behind the page at the end', value: performance.now() - from, unit: 'ms' };
    yield { name: 'click is answered, p95', value: quantile(answers, 0.95), unit: 'ms', most: 200 };
    yield { name: 'click is answered, longest', value: Math.max(...answers), unit: 'ms', most: 200 };
  } finally {
    await chromium.close();
  }
}

/** The fastest stream that the bare browser can receive, recorded. */
export const stream: Bench = async function* ({ quick }) {
  const server = await startServer({ sockets: { '/flow': flow } });
  try {
    const rate = await fastest(server, quick ? 3 : 10);
    yield { name: 'bare browser receives', value: rate, unit: '/s' };
    yield* recordedStream(server, rate, quick ? 5 : 30);
  } finally {
    await server.close();
  }
};
