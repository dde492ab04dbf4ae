import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Session } from '#model';
import { bufferedAt, highest } from '#panel/views/axis/lanes/buffered.ts';
import { Lanes } from '#panel/views/axis/lanes/lanes.ts';
import { bucketsFor, type Rates, ratesOf } from '#panel/views/rates/rates.ts';
import { Reckoning } from '#panel/views/rates/reckoning.ts';

const start = 1_800_000_000_000;

/** One message: when, on which of three sockets, which way, how many bytes. */
const message = fc.record({
  time: fc.nat(5000),
  socket: fc.nat(2),
  sent: fc.boolean(),
  size: fc.nat(200),
});
const messages = fc.array(message, { maxLength: 80 }).map((list) => list.sort((a, b) => a.time - b.time));

function lanesOf(list: readonly { time: number; socket: number; sent: boolean; size: number }[]): Lanes {
  const session = new Session();
  const document = session.addDocument('d', 'https://a.example/', start);
  const sockets = [1, 2, 3].map((id) => session.addSocket(document, id, start));
  for (const { time, socket: index, sent, size } of list) {
    const socket = sockets[index];
    const type = sent ? 'send' : 'message';
    if (socket) session.push({ type, time: start + time, socket, form: 'text', data: 'x'.repeat(size) });
  }
  const lanes = new Lanes(session);
  lanes.update();
  return lanes;
}

/** The rates of sockets, reckoned to the end. */
function reckoned(...args: Parameters<typeof ratesOf>): Rates {
  const steps = ratesOf(...args);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('rates', () => {
  it('are what counting one by one would give, over the sockets that are wanted', () => {
    fc.assert(
      fc.property(
        messages,
        fc.subarray([0, 1, 2]),
        fc.nat(4000),
        fc.nat(2000),
        (list, wanted, from, length) => {
          const lanes = lanesOf(list);
          const buckets = bucketsFor({ from: start + from, to: start + from + length }, 20);
          const { times, sent, received } = reckoned(
            lanes,
            lanes.session.sockets.filter(({ index }) => wanted.includes(index)),
            buckets,
          );
          // A rate is of a second at least: up to the end of its bucket.
          const counted = Math.max(1000, buckets.length);
          const aSecond = 1000 / counted;
          times.forEach((time, bucket) => {
            const end = time + buckets.length;
            const inside = list.filter(
              (each) =>
                wanted.includes(each.socket) && start + each.time >= end - counted && start + each.time < end,
            );
            const [out, back] = [inside.filter((each) => each.sent), inside.filter((each) => !each.sent)];
            expect(sent.messages[bucket]).toBeCloseTo(out.length * aSecond);
            expect(received.messages[bucket]).toBeCloseTo(back.length * aSecond);
            expect(sent.bytes[bucket]).toBeCloseTo(out.reduce((all, { size }) => all + size, 0) * aSecond);
          });
        },
      ),
    );
  });

  it('take in what comes later', () => {
    const lanes = lanesOf([{ time: 10, socket: 0, sent: true, size: 5 }]);
    const [socket] = lanes.session.sockets;
    if (socket)
      lanes.session.push({ type: 'send', time: start + 900, socket, form: 'text', data: '1234567' });
    lanes.update();
    const buckets = bucketsFor({ from: start, to: start + 1000 }, 10);
    const { sent } = reckoned(lanes, lanes.session.sockets, buckets);
    expect(Math.max(...sent.bytes)).toBeCloseTo(12);
  });

  it('are no higher the nearer one looks', () => {
    const steady = Array.from({ length: 200 }, (_, n) => ({ time: n * 25, socket: 0, sent: true, size: 1 }));
    const lanes = lanesOf(steady);
    for (const length of [100, 1000, 5000]) {
      const buckets = bucketsFor({ from: start + 2000, to: start + 2000 + length }, 300);
      const { sent } = reckoned(lanes, lanes.session.sockets, buckets);
      expect(Math.max(...sent.messages)).toBe(40);
    }
  });

  it('have buckets that stay where they are while the axis moves on', () => {
    const [one, two] = [0, 37].map((by) => bucketsFor({ from: start + by, to: start + by + 9000 }, 100));
    expect(two?.length).toBe(one?.length);
    expect(((two?.from ?? 0) - (one?.from ?? 0)) % (one?.length ?? 1)).toBe(0);
    expect(bucketsFor({ from: start, to: start + 1 }, 1000).length).toBe(1000 / 64);
  });
});

describe('rates of many sockets', () => {
  it('are reckoned in slices, whole, and only then anew', () => {
    const lanes = lanesOf([
      { time: 10, socket: 0, sent: true, size: 5 },
      { time: 20, socket: 2, sent: true, size: 7 },
    ]);
    const buckets = bucketsFor({ from: start, to: start + 1000 }, 10);
    let begun = 0;
    const begin = () => {
      begun++;
      return ratesOf(lanes, lanes.session.sockets, buckets);
    };
    let time = 0;
    const reckoning = new Reckoning<Rates>(() => time++ * 3);
    const slices = Array.from({ length: 3 }, () => reckoning.advance(begin));
    expect([slices.map(Boolean), begun]).toEqual([[false, true, false], 2]);
    expect(Math.max(...(slices[1]?.sent.bytes ?? []))).toBeCloseTo(12);
    reckoning.drop();
    reckoning.advance(begin);
    expect(begun).toBe(3);
  });
});

describe('bufferedAmount over time', () => {
  const samples = [
    { time: 10, amount: 500 },
    { time: 20, amount: 900 },
    { time: 30, amount: 0 },
  ];

  it('holds from one sample to the next', () => {
    expect([5, 10, 15, 25, 30, 99].map((time) => bufferedAt(samples, time))).toEqual([
      0, 500, 500, 900, 0, 0,
    ]);
  });

  it('is at its highest wherever it was before or came to be', () => {
    expect(highest(samples, 0, 10)).toBe(0);
    expect(highest(samples, 12, 19)).toBe(500);
    expect(highest(samples, 12, 21)).toBe(900);
    expect(highest(samples, 22, 40)).toBe(900);
    expect(highest(samples, 31, 40)).toBe(0);
  });
});
