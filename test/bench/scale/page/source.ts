import type { Batch, SocketEvent } from '#protocol';
import { Payloads } from './payloads.ts';

/** Asks for messages: as fast as they are taken, or so many a second. */
export interface Order {
  readonly count: number;
  readonly rate?: number;
}

const SOCKETS = 20;

/** Distance in time of messages that come as fast as they are taken, in ms: a million of them last ten minutes. */
const STEP = 0.6;

/** As in the hook: how long messages gather, in ms, and how many make a batch at most. */
const GATHER = 40;
const LARGEST = 2000;

const payloads = new Payloads();
let events = 0;
let time = 0;
let left = 0;
let rate: number | undefined;
/** When the order came, how much of it has been posted, and when the last of that was. */
let start = 0;
let posted = 0;
let last = 0;

/** One message in ten is binary, one in three is sent. */
function message(socket: number): SocketEvent {
  time += rate === undefined ? STEP : 1000 / rate;
  const own = { n: ++events, t: time, socket, author: 'page' } as const;
  const payload = payloads.next();
  if (payloads.chance(1 / 3))
    return { ...own, ...payload, type: 'send', state: 1, before: 0, after: payload.size, stack: '' };
  return { ...own, ...payload, type: 'message' };
}

function* opening(): Iterable<SocketEvent> {
  for (let socket = 1; socket <= SOCKETS; socket++) {
    const url = `wss://example.test/feed/${socket}`;
    const own = { t: 0, socket };
    yield { ...own, n: ++events, type: 'construct', url, args: [url], protocols: [], stack: '' };
    yield { ...own, n: ++events, type: 'open', protocol: '', extensions: '' };
  }
}

function post(count: number): void {
  const some: SocketEvent[] = events === 0 ? [...opening()] : [];
  for (let i = 0; i < count; i++) some.push(message(1 + (events % SOCKETS)));
  left -= count;
  posted += count;
  last = performance.now();
  const batch: Batch = {
    reader: 'bench',
    origin: 1_790_000_000_000,
    events: JSON.stringify(some),
    bytes: payloads.takeBytes(),
    lost: [],
    outcomes: [],
  };
  postMessage(batch);
}

/** Posts what is due, or waits until something is: a batch that is full does not wait. */
function next(): void {
  const now = performance.now();
  const due = rate === undefined ? LARGEST : Math.floor(((now - start) / 1000) * rate) - posted;
  if (due < LARGEST && now - last < GATHER) setTimeout(next, GATHER - (now - last));
  else post(Math.min(due, left, LARGEST));
}

addEventListener('message', ({ data }: MessageEvent<Order | 'acknowledge'>) => {
  if (data !== 'acknowledge') {
    ({ count: left, rate } = data);
    start = last = performance.now();
    posted = 0;
  }
  next();
});
