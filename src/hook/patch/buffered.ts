import { later, now } from '#hook/clock.ts';
import { Moment } from '#hook/log/fact.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { bufferedAmount } from './sockets.ts';

/** How often a socket with something buffered is looked at, in ms. */
const EVERY = 50;

/** Follows a socket of that number; `amount` in bytes, as it is now. */
export type Watch = (socket: WebSocket, number: number, amount: number) => void;

/** What follows `bufferedAmount` of sockets from the send that filled it until it is empty. */
export function watching(recorder: Recorder): Watch {
  const watched = { __proto__: null } as unknown as Record<number, true>;

  /** What is gone at the first look never waited, and is not worth an event. */
  function look(socket: WebSocket, number: number, last: number, told?: boolean): void {
    later(() => {
      const amount = bufferedAmount(socket);
      const tell = amount !== last && (told || amount > 0);
      if (tell) recorder.add(new Moment('buffered', now(), number, { amount }));
      if (amount > 0) look(socket, number, amount, told || tell);
      else delete watched[number];
    }, EVERY);
  }

  return (socket, number, amount) => {
    if (watched[number]) return;
    watched[number] = true;
    look(socket, number, amount);
  };
}
