import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf, received } from '#hook/log/fact.ts';
import { contentOf } from '#hook/log/payload.ts';
import { type Recorder, recording } from '#hook/log/recorder.ts';
import { NOBODY, type Read, readBatch, type SocketEvent } from '#protocol';
import { lose, message } from './message.ts';

/** A recorder, and how often it told that there is more. */
function record() {
  const told: true[] = [];
  return { told, recorder: recording(() => told.push(true)) };
}

const asking = { type: 'read', gap: true, now: false, others: NOBODY } as const;

/** What one read gives after an event number, as a panel reads it. */
async function read(recorder: Recorder, after: number, how: Partial<Read> = {}) {
  const reading = structuredClone(recorder.read({ ...asking, after, ...how }));
  const batch = await readBatch({ ...reading, origin: 0, outcomes: [] });
  if (!batch) throw new Error('What was read is no batch');
  return { ...reading, events: batch.events, counts: new Map(batch.counts) };
}

/** Says up to which event number all readers have had everything. */
const spare = (recorder: Recorder, others: number) => recorder.read({ ...asking, after: NOBODY, others });

/** All that there is after an event number, in as many reads as that takes. */
async function readAll(recorder: Recorder, after = 0) {
  const events: SocketEvent[] = [];
  let part = await read(recorder, after);
  for (; ; part = await read(recorder, part.last, { gap: part.gap })) {
    events.push(...part.events);
    if (part.all) return { events, counts: part.counts };
  }
}

/** Whether two payloads are the same: what a deep comparison would take seconds for. */
const same = (one: unknown, other: unknown) =>
  one instanceof Uint8Array && other instanceof Uint8Array
    ? Buffer.compare(one, other) === 0
    : typeof one === 'string' && one === other;

describe('the recorder', () => {
  it('tells of its first event, and of the first one after a read that left nothing', async () => {
    const { recorder, told } = record();
    for (let i = 0; i < 12_000; i++) recorder.add(message('a'));
    expect(told.length).toBe(1);
    expect((await read(recorder, 0)).all).toBe(false);
    recorder.add(message('b'));
    expect(told.length).toBe(1);
    expect((await read(recorder, 10_000)).all).toBe(true);
    for (let i = 0; i < 3; i++) recorder.add(message('c'));
    expect(told.length).toBe(2);
    await read(recorder, 12_001);
    lose(recorder, 1);
    expect(told.length).toBe(3);
  });

  it('gives what comes after a number, in order', async () => {
    const { recorder } = record();
    recorder.add(factOf('open', 5, 1, { protocol: '', extensions: '' }));
    recorder.add(message('first'));
    recorder.add(factOf('error', 5, 2, {}));
    recorder.add(message('second'));
    const { events } = await readAll(recorder, 1);
    expect(events.map(({ type, n, socket }) => [type, n, socket])).toEqual([
      ['message', 2, 1],
      ['error', 3, 2],
      ['message', 4, 1],
    ]);
  });

  it('says how many events each socket had where some are missing, with the last of them', async () => {
    const { recorder } = record();
    recorder.limit({ events: 11_000, bytes: 1e9, payload: 1e6 });
    for (let i = 0; i < 30; i++) recorder.add(message('x', 1));
    for (let i = 0; i < 11_000; i++) recorder.add(message('y', 2));
    const first = await read(recorder, 0, { gap: false });
    expect([first.all, first.gap, first.counts.size]).toEqual([false, true, 0]);
    const second = await read(recorder, first.last, { gap: first.gap });
    expect([second.all, second.gap]).toEqual([true, false]);
    expect([...second.counts]).toEqual([
      [1, 30],
      [2, 11_000],
    ]);
    expect((await read(recorder, 30, { gap: false })).counts.size).toBe(0);
  });

  it('counts what could not be recorded', async () => {
    const { recorder } = record();
    lose(recorder, 3);
    recorder.add(message('x', 3));
    lose(recorder, 3);
    const { events, counts } = await readAll(recorder);
    expect(events.map(({ n }) => n)).toEqual([2]);
    expect([...counts]).toEqual([[3, 3]]);
  });

  it('keeps the life of sockets longer than their messages', async () => {
    const { recorder } = record();
    recorder.limit({ events: 1, bytes: 1e6, payload: 1e6 });
    recorder.add(factOf('open', 0, 1, { protocol: '', extensions: '' }));
    for (let i = 0; i < 30; i++) recorder.add(message('x'));
    const { events } = await readAll(recorder);
    expect(events.map(({ type }) => type)).toEqual(['open', 'message']);
  });

  it('keeps eight times as much of what somebody has still to read', async () => {
    const { recorder } = record();
    const kept = async () => (await readAll(recorder)).events.length;
    recorder.limit({ events: 10, bytes: 1e6, payload: 1e6 });
    spare(recorder, 0);
    for (let i = 0; i < 100; i++) recorder.add(message('x'));
    expect(await kept()).toBe(80);
    recorder.add(message('y'));
    expect(await kept()).toBe(10);
    // Another reader has had but the first half of it.
    await read(recorder, 91, { others: 96 });
    for (let i = 0; i < 50; i++) recorder.add(message('z'));
    expect((await read(recorder, 96, { gap: false })).gap || (await kept())).toBe(55);
    spare(recorder, NOBODY);
    recorder.add(message('z'));
    expect(await kept()).toBe(10);
  });

  it('keeps the life of sockets for who has still to read it', async () => {
    const { recorder } = record();
    const kept = async () => (await readAll(recorder)).events.length;
    spare(recorder, 0);
    for (let i = 0; i < 30_000; i++) recorder.add(factOf('error', 0, i, {}));
    expect(await kept()).toBe(30_000);
    spare(recorder, NOBODY);
    recorder.add(factOf('error', 0, 1, {}));
    expect(await kept()).toBe(20_000);
  });

  it('reckons with what it keeps of a payload that is cut, not with what that was', async () => {
    const { recorder } = record();
    const payload = 10;
    recorder.limit({ events: 100, bytes: 1000, payload });
    for (let i = 0; i < 20; i++)
      recorder.add(factOf('message', 0, 1, received.page, undefined, contentOf('x'.repeat(1000), payload)));
    expect((await readAll(recorder)).events).toHaveLength(20);
  });

  it('counts as lost what no port would carry, and goes on', async () => {
    const { recorder } = record();
    recorder.add(factOf('construct', 0, 1, { url: 'x'.repeat(2 ** 25) }));
    recorder.add(message('after it'));
    const { events, counts } = await readAll(recorder);
    expect(events).toMatchObject([{ data: 'after it' }]);
    expect(counts).toEqual(new Map([[1, 2]]));
  });

  it('holds no more of a text that is cut than is kept of it', () => {
    const { recorder } = record();
    const payload = 1000;
    recorder.limit({ events: 1000, bytes: 1e9, payload });
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = held();
    for (let i = 0; i < 50; i++)
      recorder.add(
        factOf('message', 0, 1, received.page, undefined, contentOf(`${i}`.padEnd(1e6, '.'), payload)),
      );
    expect(held() - before).toBeLessThan(5e6);
    expect(recorder.read({ ...asking, after: 0 }).events).toContain('"size":1000000');
  });

  it('is not spoiled by what a page puts on prototypes', async () => {
    const { recorder } = record();
    Object.assign(Object.prototype, { toJSON: () => 'spoiled' });
    Object.assign(Array.prototype, { toJSON: () => 'spoiled' });
    let reading: ReturnType<Recorder['read']>;
    try {
      recorder.add(message('clean'));
      lose(recorder, 1);
      reading = recorder.read({ ...asking, after: 0 });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'toJSON');
      Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
    const batch = await readBatch({ ...reading, origin: 0, outcomes: [] });
    expect(batch?.events[0]).toMatchObject({ type: 'message', data: 'clean' });
    expect(batch?.counts).toEqual([[1, 2]]);
  });

  it('brings long texts and bytes beside the JSON, unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('é', '\u{1f600}', '\ud800', '\udc00.'),
        fc.uint8Array(),
        fc.nat(20_000),
        async (start, filler, bytes, length) => {
          const { recorder } = record();
          const long = start.padEnd(length, filler);
          recorder.add(message(long));
          recorder.add(message(bytes));
          expect((await readAll(recorder)).events).toMatchObject([{ data: long }, { data: bytes }]);
        },
      ),
    );
  });

  it('puts no long text into the JSON, which a port takes only so much of', async () => {
    const { recorder } = record();
    const long = '\ud800'.padEnd(2 ** 22, '.');
    recorder.add(message(long));
    const reading = recorder.read({ ...asking, after: 0 });
    expect(reading.events.length).toBeLessThan(1000);
    const batch = await readBatch({ ...reading, origin: 0, outcomes: [] });
    expect(same(long, batch?.events[0] && 'data' in batch.events[0] && batch.events[0].data)).toBe(true);
  });

  /** Payloads of sizes that fill, overflow and outgrow a piece of memory; each tells where it came from. */
  const payload = fc
    .tuple(
      fc.constantFrom('bytes', 'a', 'é', '漢', '\u{1f600}', 'a\u{1f600}', '\ud83d', '\ude00\ud83d.'),
      fc.integer({ min: 0, max: 400_000 }),
    )
    .map(([kind, size]) =>
      kind === 'bytes' ? new Uint8Array(size).map((_, i) => i * 7 + size) : kind.repeat(size / 4),
    );

  it('uses memory again, and never what is still needed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { maxLength: 40 }), fc.nat(5), async (payloads, every) => {
        const { recorder } = record();
        recorder.limit({ events: 1000, bytes: 1e6, payload: 1e9 });
        const events: SocketEvent[] = [];
        let last = 0;
        for (const [i, data] of payloads.entries()) {
          recorder.add(message(data));
          if (i % (every + 1) > 0) continue;
          const part = await read(recorder, last);
          events.push(...part.events);
          last = part.last;
        }
        events.push(...(await readAll(recorder, last)).events);
        for (const heard of [events, (await readAll(recorder)).events])
          for (const event of heard)
            expect(same(payloads[event.n - 1], 'data' in event && event.data)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
