import { type Recorder, recording } from '#hook/log/recorder.ts';
import { type Batch, type Read, readBatch, type SocketEvent } from '#protocol';
import { Readers } from '#relay/readers.ts';

/** A log and its readers, in surroundings that a test moves by hand: tasks run when it says so. */
export function surround() {
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
export class Panel {
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

/** The numbers of events. */
export const numbers = (events: readonly SocketEvent[]) => events.map(({ n }) => n);
