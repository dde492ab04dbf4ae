import type { Rows, SocketRecord } from '#model';
import { highest } from '#panel/views/axis/lanes/buffered.ts';
import { eachBucket } from '#panel/views/axis/lanes/density.ts';
import type { Lanes, Way } from '#panel/views/axis/lanes/lanes.ts';
import type { Span } from '#panel/views/axis/span.ts';
import type { Steps } from './reckoning.ts';

/** Messages and payload bytes a second. */
interface WayRates {
  readonly messages: Float64Array;
  readonly bytes: Float64Array;
}

/** How much went over sockets, in buckets of time. */
export interface Rates {
  /** Where each bucket begins, in ms since the epoch. */
  readonly times: Float64Array;
  readonly sent: WayRates;
  readonly received: WayRates;
  /** The highest `bufferedAmount` of any of the sockets in each bucket, in bytes. */
  readonly buffered: Float64Array;
}

interface Buckets {
  readonly from: number;
  /** In ms. */
  readonly length: number;
  readonly buckets: number;
  /** How many buckets a rate is of: the one that it is for, and those before it. */
  readonly window: number;
}

/** A rate is of a second at least, in ms: of less, a single message would be hundreds a second, and more the nearer one looks. */
const SECOND = 1000;

/** Buckets are a second, halved up to so many times, or doubled. */
const HALVED = 6;

/** What there is before any are reckoned. */
export const noRates = (): Rates => {
  const none = new Float64Array();
  const way = { messages: none, bytes: none };
  return { times: none, sent: way, received: way, buffered: none };
};

/** Buckets for a span of which each is at least `width / most` wide; they begin at multiples of their length. */
export function bucketsFor({ from, to }: Span, most: number): Buckets {
  const needed = (to - from) / Math.max(1, most);
  const doubled = Math.max(-HALVED, Math.ceil(Math.log2(needed / SECOND)));
  const length = SECOND * 2 ** doubled;
  const first = Math.floor(from / length);
  const window = Math.max(1, SECOND / length);
  return { from: first * length, length, buckets: Math.floor(to / length) - first + 1, window };
}

/**
 * Reckons the rates of sockets, in buckets; a step is a socket. Costs a few searches for each bucket in which something
 * went over it, however many messages there are: their bytes are the difference of two sums that are kept.
 */
export function* ratesOf(lanes: Lanes, sockets: Iterable<SocketRecord>, buckets: Buckets): Steps<Rates> {
  const column = (length = buckets.buckets) => new Float64Array(length);
  const times = column().map((_, bucket) => buckets.from + bucket * buckets.length);
  const before = buckets.window - 1;
  const counted = {
    ...buckets,
    from: buckets.from - before * buckets.length,
    buckets: buckets.buckets + before,
  };
  const way = () => ({ messages: column(counted.buckets), bytes: column(counted.buckets) });
  const [sent, received] = [way(), way()];
  const buffered = column();
  const { rows } = lanes.session;
  for (const socket of sockets) {
    const lane = lanes.lane(socket.index);
    addWay(sent, lane.sent, rows, counted);
    addWay(received, lane.received, rows, counted);
    if (socket.buffered.length > 0) raise(buffered, socket, times, buckets.length);
    yield;
  }
  return { times, sent: aSecond(sent, buckets), received: aSecond(received, buckets), buffered };
}

function addWay({ messages, bytes }: WayRates, way: Way, rows: Rows, buckets: Buckets): void {
  eachBucket(way.rows, rows, buckets, (bucket, first, end) => {
    const size = way.bytes.at(end - 1) - way.bytes.at(first - 1);
    messages[bucket] = (messages[bucket] ?? 0) + end - first;
    bytes[bucket] = (bytes[bucket] ?? 0) + size;
  });
}

const aSecond = ({ messages, bytes }: WayRates, buckets: Buckets): WayRates => ({
  messages: rolling(messages, buckets),
  bytes: rolling(bytes, buckets),
});

/** What there was a second in the window that ends with each bucket, from what there was in each. */
function rolling(counted: Float64Array, { buckets, length, window }: Buckets): Float64Array {
  let sum = 0;
  const rates = new Float64Array(buckets);
  counted.forEach((count, at) => {
    sum += count - (counted[at - window] ?? 0);
    if (at >= window - 1) rates[at - window + 1] = (sum * SECOND) / (window * length);
  });
  return rates;
}

function raise(most: Float64Array, socket: SocketRecord, times: Float64Array, length: number): void {
  for (let bucket = 0; bucket < most.length; bucket++) {
    const from = times[bucket] ?? 0;
    most[bucket] = Math.max(most[bucket] ?? 0, highest(socket.buffered, from, from + length));
  }
}
