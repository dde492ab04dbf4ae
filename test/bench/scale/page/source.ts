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

/** How often messages are made, in ms. */
const TICK = 4;

const payloads = new Payloads();
/** JSON of the events that were made, and not posted yet. */
let waiting: string[] = [];
let events = 0;
let time = 0;
let rate: number | undefined;
/** How many of the order are still to be made, and have been. */
let unmade = 0;
let made = 0;
/** When the order came, and when the last batch was posted. */
let start = 0;
let last = 0;
/** Whether the panel has taken the last batch. */
let taken = true;

/** One message in ten is binary, one in three is sent. As JSON, in which a usual one is a list, see `Batch`. */
function message(socket: number): string {
  time += rate === undefined ? STEP : 1000 / rate;
  const n = ++events;
  const { data, ...payload } = payloads.next();
  const sent = payloads.chance(1 / 3);
  if (data !== undefined) return JSON.stringify([n, time, socket, data, ...(sent ? [0, payload.size] : [])]);
  const own = { n, t: time, socket, author: 'page', ...payload } as const;
  const event: SocketEvent = sent
    ? { ...own, type: 'send', state: 1, before: 0, after: payload.size, stack: '' }
    : { ...own, type: 'message' };
  return JSON.stringify(event);
}

function* opening(): Iterable<SocketEvent> {
  for (let socket = 1; socket <= SOCKETS; socket++) {
    const url = `wss://example.test/feed/${socket}`;
    const own = { t: 0, socket };
    yield { ...own, n: ++events, type: 'construct', url, args: [url], protocols: [], stack: '' };
    yield { ...own, n: ++events, type: 'open', protocol: '', extensions: '' };
  }
}

/** Makes what is due while the panel is at the last batch, as a page does; no more than a batch ahead. */
function make(): void {
  const now = performance.now();
  const due = rate === undefined ? unmade : Math.floor(((now - start) / 1000) * rate) - made;
  const count = Math.min(due, unmade, LARGEST - waiting.length);
  if (events === 0) for (const event of opening()) waiting.push(JSON.stringify(event));
  for (let i = 0; i < count; i++) waiting.push(message(1 + (events % SOCKETS)));
  unmade -= count;
  made += count;
}

function post(): void {
  const batch: Batch = {
    origin: 1_790_000_000_000,
    after: 0,
    events: `[${waiting.join()}]`,
    bytes: payloads.takeBytes(),
    counts: '',
    outcomes: [],
  };
  waiting = [];
  taken = false;
  last = performance.now();
  postMessage(batch);
}

/** Posts what there is as soon as it may; gives whether there is more to come. */
function next(): boolean {
  make();
  const full = rate === undefined || waiting.length >= LARGEST || performance.now() - last >= GATHER;
  if (taken && full && waiting.length > 0) post();
  make();
  return unmade > 0 || waiting.length > 0;
}

/** Makes messages as they are due. */
function tick(): void {
  if (next()) setTimeout(tick, TICK);
}

addEventListener('message', ({ data }: MessageEvent<Order | 'acknowledge'>) => {
  if (data === 'acknowledge') {
    taken = true;
    next();
    return;
  }
  ({ count: unmade, rate } = data);
  taken = true;
  start = last = performance.now();
  made = 0;
  tick();
});
