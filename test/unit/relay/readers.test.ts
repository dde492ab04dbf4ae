import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Recorder, recording } from '#hook/log/recorder.ts';
import { type Batch, type Read, readBatch, type SocketEvent } from '#protocol';
import { Readers } from '#relay/readers.ts';
import { lose, message } from '../hook/message.ts';

/** A log and its readers, in surroundings that a test moves by hand: tasks run when it says so. */
function surround() {
  const tasks: (() => void)[] = [];
  const delays: number[] = [];
  const reads: Read[] = [];
  const recorder: Recorder = recording(() => readers.more());
  const readers = new Readers({
    origin: () => 1000,
    later: (task, delay) => {
      tasks.push(task);
      delays.push(delay);
    },
    read: (command) => {
      reads.push(command);
      return structuredClone(recorder.read(command));
    },
  });
  const runTasks = () => {
    for (const task of tasks.splice(0)) task();
  };
  return { recorder, readers, reads, delays, runTasks };
}

/** A panel: takes what is posted to it, in the order in which it comes. */
class Panel {
  readonly batches: Batch[] = [];
  readonly events: SocketEvent[] = [];
  /** By socket, how many events it got, and how many it knows that it will never get. */
  readonly got = new Map<number, number>();
  readonly lost = new Map<number, number>();
  #read = 0;

  constructor(readonly name = 'p') {}

  postMessage(batch: Batch): void {
    this.batches.push(batch);
  }

  async take(): Promise<void> {
    for (; this.#read < this.batches.length; this.#read++) {
      const batch = await readBatch(this.batches[this.#read]);
      for (const event of batch?.events ?? []) if (event.n > this.last) this.#get(event);
      for (const [socket, count] of batch?.counts ?? [])
        this.lost.set(socket, count - (this.got.get(socket) ?? 0));
    }
  }

  #get(event: SocketEvent): void {
    this.events.push(event);
    this.got.set(event.socket, (this.got.get(event.socket) ?? 0) + 1);
  }

  get last(): number {
    return this.events.at(-1)?.n ?? 0;
  }

  /** How many events of a socket it can say something of. */
  accounted = (socket: number) => (this.got.get(socket) ?? 0) + (this.lost.get(socket) ?? 0);
}

const numbers = (events: readonly SocketEvent[]) => events.map(({ n }) => n);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('the readers', () => {
  it('leave the log alone while there is no panel', () => {
    const { recorder, readers, reads, runTasks } = surround();
    recorder.add(message('a'));
    readers.leave();
    recorder.add(message('b'));
    runTasks();
    expect(reads).toEqual([]);
  });

  it('hand what came before any panel to who reaches them all, and keep nothing for it', async () => {
    const { recorder, readers, runTasks } = surround();
    recorder.limit({ events: 10, bytes: 1e6, payload: 1e6 });
    recorder.add(message('first and last'));
    const strangers = new Panel();
    readers.leave(strangers);
    await strangers.take();
    expect(numbers(strangers.events)).toEqual([1]);
    runTasks();
    for (let i = 0; i < 30; i++) recorder.add(message('it stayed'));
    expect(strangers.batches).toHaveLength(1);
    const panel = new Panel();
    readers.attach(panel, 0);
    await panel.take();
    expect(panel.events).toHaveLength(10);
    readers.leave(strangers);
    expect(strangers.batches).toHaveLength(1);
  });

  it('give a panel all that came before it, then what comes', async () => {
    const { recorder, readers, runTasks } = surround();
    const panel = new Panel();
    recorder.add(message('before'));
    readers.attach(panel, 0);
    readers.acknowledge(panel);
    recorder.add(message('after'));
    recorder.add(message('with it'));
    expect(panel.batches.length).toBe(1);
    runTasks();
    expect(panel.batches.length).toBe(2);
    await panel.take();
    expect(numbers(panel.events)).toEqual([1, 2, 3]);
  });

  it('wait with the next batch until the last one is acknowledged', async () => {
    const { recorder, readers, runTasks } = surround();
    const [slow, fast] = [new Panel('slow'), new Panel('fast')];
    for (const panel of [slow, fast]) {
      readers.attach(panel, 0);
      readers.acknowledge(panel);
    }
    for (let i = 0; i < 5; i++) {
      recorder.add(message('1'));
      runTasks();
      readers.acknowledge(fast);
    }
    expect([slow.batches.length, fast.batches.length]).toEqual([2, 6]);
    readers.acknowledge(slow);
    runTasks();
    await slow.take();
    expect(slow.batches.length).toBe(3);
    expect(numbers(slow.events)).toEqual(upTo(5));
  });

  it('let gather what comes, but not what is there', () => {
    const { recorder, readers, delays, runTasks } = surround();
    const panel = new Panel();
    for (let i = 0; i < 25_000; i++) recorder.add(message(String(i)));
    readers.attach(panel, 0);
    for (let i = 0; i < 2; i++) {
      readers.acknowledge(panel);
      runTasks();
    }
    expect([panel.batches.length, ...delays]).toEqual([3, 0, 0]);
    readers.acknowledge(panel);
    recorder.add(message('the next'));
    runTasks();
    expect([panel.batches.length, ...delays.slice(2)]).toEqual([4, 40]);
  });

  it('hand everything over at once when the document goes away, and for a second what comes', async () => {
    const { recorder, readers, reads, runTasks } = surround();
    const panel = new Panel();
    readers.attach(panel, 0);
    for (let i = 0; i < 25_000; i++) recorder.add(message(String(i)));
    readers.leave();
    recorder.add(message('the last'));
    await panel.take();
    expect(panel.events.length).toBe(25_001);
    expect(reads.at(-1)).toMatchObject({ now: true });
    runTasks();
    recorder.add(message('it stayed'));
    await panel.take();
    expect(panel.events.length).toBe(25_001);
  });

  it('say what became of a command with what it caused, acknowledged or not', async () => {
    const { recorder, readers } = surround();
    const panel = new Panel();
    readers.attach(panel, 0);
    recorder.add(message('sent'));
    readers.answer(panel, { id: 7, error: 'closed' });
    await panel.take();
    expect(panel.batches[1]?.outcomes).toEqual([{ id: 7, error: 'closed' }]);
    expect(numbers(panel.events)).toEqual([1]);
  });

  it('let go of a panel whose port is dead, and of one that came back by another', async () => {
    const { recorder, readers, reads, runTasks } = surround();
    const dead = new Panel();
    readers.attach(dead, 0);
    readers.acknowledge(dead);
    dead.postMessage = () => {
      throw new Error('dead');
    };
    recorder.add(message('1'));
    readers.leave();
    const before = reads.length;
    readers.acknowledge(dead);
    recorder.add(message('2'));
    runTasks();
    expect(reads.length).toBe(before);
    const [first, second] = [new Panel(), new Panel()];
    readers.attach(first, 0);
    readers.attach(second, 0);
    readers.detach(first);
    readers.acknowledge(second);
    recorder.add(message('3'));
    runTasks();
    await second.take();
    expect(numbers(second.events)).toEqual(upTo(3));
  });

  it('keep for a slow panel what it has not had, and no more when it is gone', async () => {
    const { recorder, readers, runTasks } = surround();
    recorder.limit({ events: 10, bytes: 1e6, payload: 1e6 });
    const [slow, fast, late] = [new Panel('slow'), new Panel('fast'), new Panel('late')];
    readers.attach(slow, 0);
    readers.attach(fast, 0);
    for (let i = 0; i < 60; i++) {
      recorder.add(message('x'));
      readers.acknowledge(fast);
      runTasks();
    }
    readers.detach(fast);
    readers.acknowledge(slow);
    runTasks();
    await slow.take();
    expect(numbers(slow.events)).toEqual(upTo(60));
    readers.detach(slow);
    recorder.add(message('y'));
    readers.attach(late, 0);
    await late.take();
    expect(late.events.length).toBe(10);
  });

  it.each(['stays', 'comes back'])(
    'tell a panel what it missed when it has the rest, if it %s',
    async (how) => {
      const { recorder, readers, runTasks } = surround();
      const panel = new Panel();
      recorder.limit({ events: 10_500, bytes: 1e9, payload: 1e6 });
      for (let i = 0; i < 10_600; i++) recorder.add(message('x'));
      readers.attach(panel, 0);
      await panel.take();
      expect([panel.events.length, panel.lost.size]).toEqual([10_000, 0]);
      if (how === 'stays') readers.acknowledge(panel);
      else readers.attach(panel, panel.last);
      runTasks();
      await panel.take();
      expect([panel.events.length, panel.lost.get(1)]).toEqual([10_500, 100]);
    },
  );

  const act = fc.constantFrom('run', 'acknowledge', 'come', 'go', 'come back', 'leave', 'answer');
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ add: fc.nat(3), fails: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ act, who: fc.nat(2) }) },
  );

  it('give every event once, in order, or say that it is lost, however panels come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 200 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, events) => {
          const { recorder, readers, runTasks } = surround();
          recorder.limit({ events, bytes: 1e6, payload: 1e6 });
          const panels = [new Panel('a'), new Panel('b'), new Panel('c')];
          const had = new Map<number, number>();
          const comeBack = async (panel: Panel) => {
            await panel.take();
            readers.attach(panel, panel.last);
          };
          for (const step of steps) {
            if ('add' in step) {
              had.set(step.add, (had.get(step.add) ?? 0) + 1);
              if (step.fails) lose(recorder, step.add);
              else recorder.add(message('x', step.add));
              continue;
            }
            const panel = panels[step.who] as Panel;
            if (step.act === 'run') runTasks();
            else if (step.act === 'leave') readers.leave();
            else if (step.act === 'answer') readers.answer(panel, { id: 1 });
            else if (step.act === 'go') readers.detach(panel);
            else if (step.act === 'acknowledge') {
              await panel.take();
              readers.acknowledge(panel);
            } else await comeBack(panel);
          }
          for (const panel of panels) await comeBack(panel);
          readers.leave();
          for (const panel of panels) {
            await panel.take();
            expect(numbers(panel.events)).toEqual([...new Set(numbers(panel.events))].sort((a, b) => a - b));
            for (const [socket, count] of had) expect(panel.accounted(socket)).toBe(count);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tell of a loss without being asked again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 20 }), async (bursts) => {
        const { recorder, readers, runTasks } = surround();
        recorder.limit({ events: 2, bytes: 1e6, payload: 1e6 });
        const panel = new Panel();
        readers.attach(panel, 0);
        let added = 0;
        for (const burst of bursts) {
          for (let i = 0; i < burst; i++, added++) recorder.add(message('x'));
          readers.acknowledge(panel);
          runTasks();
        }
        await panel.take();
        expect(panel.accounted(1)).toBe(added);
      }),
    );
  });
});
