import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frame, Moment } from '#hook/fact.ts';
import { contentOf } from '#hook/payload.ts';
import { Recorder } from '#hook/recorder.ts';
import { type Batch, readBatch, type SocketEvent } from '#protocol';

/** A recorder in surroundings that a test moves by hand: tasks run when it says so, batches pile up. */
function surround() {
  const tasks: (() => void)[] = [];
  const batches: Batch[] = [];
  const recorder = new Recorder({
    origin: 1000,
    later: (task) => tasks.push(task),
    deliver: (batch) => batches.push(structuredClone(batch)),
    begin: () => {
      // That a document has something to tell is the relay's concern.
    },
  });
  const runTasks = () => {
    for (const task of tasks.splice(0)) task();
  };
  return { recorder, batches, runTasks };
}

const message = (data: unknown, socket = 1) =>
  new Frame(0, socket, 'page', contentOf(data, Number.POSITIVE_INFINITY));

/** Whether two payloads are the same: what a deep comparison would take seconds for. */
const same = (one: unknown, other: unknown) =>
  one instanceof Uint8Array && other instanceof Uint8Array
    ? Buffer.compare(one, other) === 0
    : typeof one === 'string' && one === other;

/** A panel: takes what is for it, in the order in which it comes. */
class Panel {
  readonly events: SocketEvent[] = [];
  lost = 0;
  #read = 0;

  constructor(
    readonly name: string,
    readonly around: ReturnType<typeof surround>,
  ) {}

  async take(): Promise<void> {
    for (; this.#read < this.around.batches.length; this.#read++) {
      const batch = this.around.batches[this.#read];
      const own = batch?.reader === this.name ? await readBatch(batch) : undefined;
      if (!own) continue;
      this.events.push(...own.events.filter(({ n }) => n > this.last));
      for (const [, lost] of own.lost) this.lost = lost;
    }
  }

  get last(): number {
    return this.events.at(-1)?.n ?? 0;
  }
}

describe('the recorder', () => {
  it('keeps to itself what nobody reads', async () => {
    const { recorder, batches, runTasks } = surround();
    recorder.add(message('a'));
    runTasks();
    expect(batches).toEqual([]);
  });

  it('gives a panel all that came before it, then what comes', async () => {
    const around = surround();
    const panel = new Panel('p', around);
    around.recorder.add(new Moment('open', 5, 1, { protocol: '', extensions: '' }));
    around.recorder.add(message('before'));
    around.recorder.attach('p', 0);
    around.recorder.acknowledge('p');
    around.recorder.add(message('after'));
    around.runTasks();
    await panel.take();
    expect(panel.events.map(({ type, n }) => [type, n])).toEqual([
      ['open', 1],
      ['message', 2],
      ['message', 3],
    ]);
  });

  it('waits with the next batch until the last one is acknowledged', async () => {
    const around = surround();
    around.recorder.attach('p', 0);
    around.recorder.acknowledge('p');
    around.recorder.add(message('1'));
    around.runTasks();
    const sent = around.batches.length;
    for (let i = 0; i < 100; i++) around.recorder.add(message('more'));
    around.runTasks();
    expect(around.batches.length).toBe(sent);
    around.recorder.acknowledge('p');
    around.runTasks();
    expect(around.batches.length).toBe(sent + 1);
  });

  it('hands everything over at once when the document goes away', async () => {
    const around = surround();
    const panel = new Panel('p', around);
    around.recorder.attach('p', 0);
    for (let i = 0; i < 25_000; i++) around.recorder.add(message(String(i)));
    around.recorder.flush();
    around.recorder.add(message('the last'));
    await panel.take();
    expect(panel.events.length).toBe(25_001);
  });

  it('counts per socket what it had to let go', async () => {
    const around = surround();
    around.recorder.limit({ events: 10, bytes: 1e6, payload: 1e6 });
    for (let i = 0; i < 30; i++) around.recorder.add(message('x', 1));
    for (let i = 0; i < 5; i++) around.recorder.add(message('y', 2));
    around.recorder.attach('p', 0);
    expect(around.batches[0]?.lost).toEqual([[1, 25]]);
  });

  it('keeps the life of sockets longer than their messages', async () => {
    const around = surround();
    const panel = new Panel('p', around);
    around.recorder.limit({ events: 1, bytes: 1e6, payload: 1e6 });
    around.recorder.add(new Moment('open', 0, 1, { protocol: '', extensions: '' }));
    for (let i = 0; i < 30; i++) around.recorder.add(message('x'));
    around.recorder.attach('p', 0);
    await panel.take();
    expect(panel.events.map(({ type }) => type)).toEqual(['open', 'message']);
  });

  it('is not spoiled by what a page puts on prototypes', async () => {
    const around = surround();
    const panel = new Panel('p', around);
    Object.assign(Object.prototype, { toJSON: () => 'spoiled' });
    Object.assign(Array.prototype, { toJSON: () => 'spoiled' });
    try {
      around.recorder.add(message('clean'));
      around.recorder.attach('p', 0);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'toJSON');
      Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
    await panel.take();
    expect(panel.events[0]).toMatchObject({ type: 'message', data: 'clean' });
  });

  it('brings long texts and bytes beside the JSON, unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.uint8Array(),
        fc.nat(20_000),
        async (start, bytes, length) => {
          const around = surround();
          const panel = new Panel('p', around);
          const long = start.padEnd(length, 'é');
          around.recorder.add(message(long));
          around.recorder.add(message(bytes));
          around.recorder.attach('p', 0);
          await panel.take();
          expect(panel.events).toMatchObject([{ data: long }, { data: bytes }]);
        },
      ),
    );
  });

  /** Payloads of sizes that fill, overflow and outgrow a piece of memory; each tells where it came from. */
  const payload = fc
    .tuple(
      fc.constantFrom('bytes', 'a', 'é', '漢', '\u{1f600}', 'a\u{1f600}'),
      fc.integer({ min: 0, max: 400_000 }),
    )
    .map(([kind, size]) =>
      kind === 'bytes' ? new Uint8Array(size).map((_, i) => i * 7 + size) : kind.repeat(size / 4),
    );

  it('uses memory again, and never what is still needed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { maxLength: 40 }), fc.nat(5), async (payloads, every) => {
        const around = surround();
        around.recorder.limit({ events: 1000, bytes: 1e6, payload: 1e9 });
        const panel = new Panel('p', around);
        around.recorder.attach('p', 0);
        for (const [i, data] of payloads.entries()) {
          around.recorder.add(message(data));
          if (i % (every + 1) > 0) continue;
          around.runTasks();
          await panel.take();
          around.recorder.acknowledge('p');
        }
        around.recorder.flush();
        const late = new Panel('late', around);
        around.recorder.attach('late', 0);
        around.recorder.flush();
        for (const reader of [panel, late]) {
          await reader.take();
          expect(reader.events.length + reader.lost).toBe(payloads.length);
          const told = reader.events.every((event) =>
            same(payloads[event.n - 1], 'data' in event && event.data),
          );
          expect(told).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  type Step = 'add' | 'run' | 'acknowledge' | 'come back' | 'flush';
  const steps = fc.array(
    fc.constantFrom<Step>('add', 'add', 'add', 'run', 'acknowledge', 'come back', 'flush'),
    {
      maxLength: 200,
    },
  );

  it('gives every event once, in order, or counts it as lost, however panels come and go', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 20 }), async (list, events) => {
        const around = surround();
        const panel = new Panel('p', around);
        around.recorder.limit({ events, bytes: 1e6, payload: 1e6 });
        let added = 0;
        for (const step of list) {
          if (step === 'add') {
            around.recorder.add(message(String(added++)));
          } else if (step === 'run') around.runTasks();
          else if (step === 'flush') around.recorder.flush();
          else if (step === 'acknowledge') {
            await panel.take();
            around.recorder.acknowledge('p');
          } else {
            await panel.take();
            around.recorder.detach('p');
            around.recorder.attach('p', panel.last);
          }
        }
        await panel.take();
        around.recorder.attach('p', panel.last);
        around.recorder.flush();
        await panel.take();
        const numbers = panel.events.map(({ n }) => n);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers.length + panel.lost).toBe(added);
      }),
      { numRuns: 500 },
    );
  });
});
