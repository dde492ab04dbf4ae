import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Intake } from '#panel/store/intake.ts';
import type { Outcome, ReadBatch } from '#protocol';

const outcome: Outcome = { id: 7 };

/** What comes over a port: so many messages, how many events there were, what became of a command. */
const message = (events: number, bytes: ArrayBuffer | Blob = new ArrayBuffer()) => ({
  origin: 0,
  events: JSON.stringify(Array.from({ length: events }, (_, i) => [i + 1, i, 1, `message ${i}`])),
  bytes,
  counts: '{"1":5}',
  outcomes: [outcome],
});

/** Bytes that are on their way until the test has them arrive. */
class SlowBlob extends Blob {
  arrive: () => void = () => undefined;
  readonly #arrived = new Promise<void>((arrived) => {
    this.arrive = arrived;
  });

  override async arrayBuffer(): Promise<ArrayBuffer> {
    await this.#arrived;
    return new ArrayBuffer();
  }
}

/** An intake that is advanced by hand, and what it took, part by part. */
function surround(fail = false) {
  const parts: [string, ReadBatch][] = [];
  let asked = 0;
  const intake = new Intake(
    (key, part) => {
      if (fail) throw new Error('refused');
      parts.push([key, part]);
    },
    () => asked++,
  );
  const settled: string[] = [];
  const add = (key: string, message: unknown) =>
    intake.add(key, message).then(
      () => settled.push(key),
      (reason) => settled.push(String(reason)),
    );
  /** Time stands still, so that each turn does one thing. */
  const turn = () => intake.advance(0, () => 0);
  const read = () => new Promise((done) => setImmediate(done));
  return { intake, parts, settled, add, turn, read, asked: () => asked };
}

/** A batch of messages at such times, in ms; the last of a document's past says how many there were. */
const at = (times: readonly number[], isLast: boolean) => ({
  ...message(0),
  events: JSON.stringify(times.map((time, i) => [i + 1, time, 1, ''])),
  counts: isLast ? '{"1":5}' : '',
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the intake of several documents', () => {
  it('takes what happened first, whatever came first, and all of it', async () => {
    const past = fc.array(fc.array(fc.nat(1000), { minLength: 1, maxLength: 90 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(past, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (pasts, dice) => {
          const { intake, parts, add, turn, read } = surround();
          const queues = pasts.map((batches, document) => {
            const times = batches.flat().sort((one, other) => one - other);
            intake.expect(`${document}`);
            return batches.map(({ length }, i) => at(times.splice(0, length), i === batches.length - 1));
          });
          while (queues.some(({ length }) => length > 0)) {
            const document = dice.next().value % queues.length;
            const batch = queues[document]?.shift();
            if (batch) void add(`${document}`, batch);
            turn();
            await read();
          }
          while (intake.length > 0) {
            turn();
            vi.advanceTimersByTime(10);
            await read();
          }
          const times = parts.flatMap(([, { events }]) => events.map(({ t }) => t));
          expect(times).toEqual(pasts.flat(2).sort((one, other) => one - other));
          expect(intake.length).toBe(0);
        },
      ),
    );
  });

  it('takes what happens in the order of time, too, as far as it comes soon', async () => {
    const { parts, add, turn, read } = surround();
    const come = async (key: string, times: readonly number[], after: number) => {
      vi.advanceTimersByTime(after);
      void add(key, at(times, false));
      for (let i = 0; i < 4; i++) {
        turn();
        await read();
      }
    };
    await come('a', [1, 30], 0);
    await come('b', [2, 39], 20);
    await come('a', [35, 70], 20);
    await come('b', [40, 79], 20);
    await come('a', [75, 110], 20);
    vi.advanceTimersByTime(100);
    for (let i = 0; i < 20; i++) turn();
    const times = parts.flatMap(([, { events }]) => events.map(({ t }) => t));
    expect(times).toEqual([1, 30, 2, 35, 39, 40, 70, 75, 79, 110]);
  });

  it('waits for the past of one that does not answer, but not for long', async () => {
    const { intake, parts, add, turn, read, asked } = surround();
    intake.expect('silent');
    void add('a', at([1], true));
    turn();
    await read();
    expect([turn(), parts]).toEqual([true, []]);
    const before = asked();
    vi.advanceTimersByTime(500);
    expect(asked()).toBeGreaterThan(before);
    turn();
    expect(parts).toHaveLength(1);
  });
});

describe('the intake', () => {
  it('takes a batch in parts, in order, with what is said of all of it at the end', async () => {
    const { intake, parts, settled, add, turn, read } = surround();
    void add('a', message(200));
    turn();
    await read();
    for (let i = 0; i < 3; i++) expect(turn()).toBe(false);
    await read();
    expect(settled).toEqual([]);
    expect(turn()).toBe(true);
    await read();
    expect([settled, intake.length]).toEqual([['a'], 0]);
    expect(parts.flatMap(([, { events }]) => events.map(({ n }) => n))).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    expect(parts.map(([, { counts, outcomes }]) => [counts, outcomes])).toEqual([
      [[], []],
      [[], []],
      [[], []],
      [[[1, 5]], [outcome]],
    ]);
  });

  it('takes in one turn what there is time for', async () => {
    const { parts, add, intake, read } = surround();
    void add('a', message(200));
    intake.advance(1, () => 0);
    await read();
    expect(intake.advance(1, () => 0)).toBe(true);
    expect(parts).toHaveLength(4);
  });

  it('takes what a document told later only when all before has been taken, and lets no other wait', async () => {
    const { parts, add, turn, read, settled } = surround();
    const slow = new SlowBlob();
    void add('a', message(70, slow));
    void add('a', message(1));
    void add('b', message(1));
    for (let i = 0; i < 4; i++) {
      turn();
      await read();
    }
    expect([turn(), settled]).toEqual([true, ['b']]);
    slow.arrive();
    vi.advanceTimersByTime(100);
    for (let i = 0; i < 5; i++) {
      await read();
      turn();
    }
    await read();
    expect(settled).toEqual(['b', 'a', 'a']);
    expect(parts.map(([key, { events }]) => [key, events.length])).toEqual([
      ['b', 1],
      ['a', 64],
      ['a', 6],
      ['a', 1],
    ]);
  });

  it('has done with what is no batch, and with an empty one', async () => {
    const { parts, add, turn, read, settled, asked } = surround();
    void add('no batch', { events: 5 });
    void add('empty', message(0));
    for (let i = 0; i < 4; i++) {
      turn();
      await read();
    }
    expect(settled).toEqual(['no batch', 'empty']);
    expect(parts).toHaveLength(1);
    expect(asked()).toBe(4);
  });

  it('says what went wrong with a batch, and goes on with the next', async () => {
    const { intake, add, turn, read, settled } = surround(true);
    void add('a', message(1));
    turn();
    await read();
    turn();
    await read();
    expect(settled).toEqual(['Error: refused']);
    expect(intake.length).toBe(0);
  });
});
