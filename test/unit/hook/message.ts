import { Frame } from '#hook/log/fact.ts';
import { contentOf } from '#hook/log/payload.ts';

/** A message as the hook keeps it, in full. */
export const message = (data: unknown, socket = 1) =>
  new Frame(0, socket, 'page', contentOf(data, Number.POSITIVE_INFINITY));
