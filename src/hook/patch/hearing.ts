import { now } from '#hook/clock.ts';
import { factOf, received } from '#hook/log/fact.ts';
import { contentOf } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import type { Author } from '#protocol';

/** Keeps a message that the socket of that number received, from its server or, injected, from a panel. */
export type Hear = (socket: number, data: unknown, author: Author) => void;

export const hearing =
  ({ note, limits }: Recorder): Hear =>
  (socket, data, author) => {
    const { events, payload } = limits();
    if (events === 0) return;
    note(socket, () => {
      const content = contentOf(data, payload);
      return factOf('message', now(), socket, received[author], undefined, content);
    });
  };
