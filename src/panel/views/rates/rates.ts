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
}

/** The shortest bucket in ms: in a shorter one a single message would be a rate of hundreds. */
const SHORTEST = 16;

/** What there is before any are reckoned. */
export const noRates = (): Rates => {
  const none = new Float64Array();
  const way = { messages: none, bytes: none };
  return { times: none, sent: way, received: way, buffered: none };
};

/** Buckets for a span of which each is at least `width / most` wide; they begin at multiples of their length. */
export function bucketsFor({ from, to }: Span, most: number): Buckets {
  const needed = Math.max(SHORTEST, (to - from) / Math.max(1, most));
  const length = 2 ** Math.ceil(Math.log2(needed));
  const first = Math.floor(from / length);
  return { from: first * length, length, buckets: Math.floor(to / length) - first + 1 };
}

/**
 * Reckons the rates of sockets, in buckets; a step is a socket. Costs a few searches for each bucket in which something
 * went over it, however many messages there are: their bytes are the difference of two sums that are kept.
 */
export function* ratesOf(lanes: Lanes, sockets: Iterable<SocketRecord>, buckets: Buckets): Steps<Rates> {
  const column = () => new Float64Array(buckets.buckets);
  const times = column().map((_, bucket) => buckets.from + bucket * buckets.length);
  const [sent, received] = [
    { messages: column(), bytes: column() },
    { messages: column(), bytes: column() },
  ];
  const buffered = column();
  const { rows } = lanes.session;
  for (const socket of sockets) {
    const lane = lanes.lane(socket.index);
    addWay(sent, lane.sent, rows, buckets);
    addWay(received, lane.received, rows, buckets);
    if (socket.buffered.length > 0) raise(buffered, socket, times, buckets.length);
    yield;
  }
  return { times, sent, received, buffered };
}

function addWay({ messages, bytes }: WayRates, way: Way, rows: Rows, buckets: Buckets): void {
  const aSecond = 1000 / buckets.length;
  eachBucket(way.rows, rows, buckets, (bucket, first, end) => {
    const size = way.bytes.at(end - 1) - way.bytes.at(first - 1);
    messages[bucket] = (messages[bucket] ?? 0) + (end - first) * aSecond;
    bytes[bucket] = (bytes[bucket] ?? 0) + size * aSecond;
  });
}

function raise(most: Float64Array, socket: SocketRecord, times: Float64Array, length: number): void {
  for (let bucket = 0; bucket < most.length; bucket++) {
    const from = times[bucket] ?? 0;
    most[bucket] = Math.max(most[bucket] ?? 0, highest(socket.buffered, from, from + length));
  }
}
