import { later, now } from '#hook/clock.ts';
import { Moment } from '#hook/log/fact.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { bufferedAmount } from './sockets.ts';

/** How often a socket with something buffered is looked at, in ms. */
const EVERY = 50;

/** Follows `bufferedAmount` of a socket from the send that filled it until it is empty. */
export class Buffered {
  readonly #recorder: Recorder;
  readonly #watched = { __proto__: null } as unknown as Record<number, true>;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** `amount` in bytes, as it is now. */
  watch(socket: WebSocket, number: number, amount: number): void {
    if (this.#watched[number]) return;
    this.#watched[number] = true;
    this.#look(socket, number, amount, false);
  }

  /** What is gone at the first look never waited, and is not worth an event. */
  #look(socket: WebSocket, number: number, last: number, told: boolean): void {
    later(() => {
      const amount = bufferedAmount(socket);
      const tell = amount !== last && (told || amount > 0);
      if (tell) this.#recorder.add(new Moment('buffered', now(), number, { amount }));
      if (amount > 0) this.#look(socket, number, amount, told || tell);
      else delete this.#watched[number];
    }, EVERY);
  }
}
