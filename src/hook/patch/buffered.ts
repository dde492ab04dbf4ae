import { later, now } from '#hook/clock.ts';
import { factOf } from '#hook/log/fact.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import type { Life } from './life.ts';

/** How often a socket with something buffered is looked at, in ms. */
const EVERY = 50;

/** Follows a socket; `amount` in bytes, as it is now. */
export type Watch = (socket: Life, amount: number) => void;

/** What follows `bufferedAmount` of sockets from the send that filled it until it is empty. */
export function watching(add: Recorder['add']): Watch {
  const watched = { __proto__: null } as unknown as Record<number, true>;

  /** What is gone at the first look never waited, and is not worth an event. */
  function look(socket: Life, last: number, told?: boolean): void {
    later(() => {
      const { number } = socket;
      const amount = socket.bufferedAmount();
      const tell = amount !== last && (told || amount > 0);
      if (tell) add(factOf('buffered', now(), number, { amount }));
      if (amount > 0) look(socket, amount, told || tell);
      else delete watched[number];
    }, EVERY);
  }

  return (socket, amount) => {
    if (watched[socket.number]) return;
    watched[socket.number] = true;
    look(socket, amount);
  };
}
