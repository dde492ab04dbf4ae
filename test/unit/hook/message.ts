import { factOf, received } from '#hook/log/fact.ts';
import { contentOf } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';

/** A message as the hook keeps it, in full. */
export const message = (data: unknown, socket = 1) =>
  factOf('message', 0, socket, received.page, undefined, contentOf(data, Number.POSITIVE_INFINITY));

/** Something about a socket cannot be recorded. */
export const lose = (recorder: Recorder, socket: number): void =>
  recorder.note(socket, () => {
    throw new Error('cannot be recorded');
  });
