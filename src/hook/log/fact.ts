import { stringify } from '#hook/natives.ts';
import { OPEN } from '#hook/ready-state.ts';
import type { Author, EventType } from '#protocol';
import type { Aside } from './aside.ts';
import { type Content, described, isShort } from './content.ts';
import { TRACE, type Trace, traceText } from './trace.ts';

/** What an event says beside its payload: all of it, or for a message who caused it, and of a call of `send()` more. */
export interface Fields {
  readonly [name: string]: unknown;
  readonly author?: Author;
  readonly state?: number;
  readonly before?: number;
  readonly after?: number;
  readonly error?: string | undefined;
}

/** What a message received says: the same for all, so that it takes no memory. */
export const received: Readonly<Record<Author, Fields>> = {
  page: { author: 'page' },
  panel: { author: 'panel' },
};

/** A fact: an event as the hook keeps it. */
export interface Fact {
  /** Its number in the log. */
  n: number;
  readonly type: EventType;
  readonly t: number;
  readonly socket: number;
  readonly fields: Fields;
  readonly trace: Trace;
  /** The payload, where the event has one. */
  readonly content: Content | undefined;
}

/** A fact that has no number yet. Nothing is left out: it would be looked for on Object.prototype. */
export const factOf = (
  type: EventType,
  t: number,
  socket: number,
  fields: Fields,
  trace?: Trace,
  content?: Content,
): Fact => ({ n: 0, type, t, socket, fields, trace, content });

/** What a fact takes of the byte limit. */
export function weightOf({ content, trace }: Fact): number {
  if (content === undefined) return 0;
  return (typeof content === 'string' ? content.length * 2 : content.kept) + (trace ? TRACE : 0);
}

/** A fact as JSON, see protocol/batch.ts; what travels beside that is put into `aside`. */
export function written({ n, type, t, socket, fields, trace, content }: Fact, aside: Aside): string {
  if (!trace && isShort(content) && isUsual(type, fields)) {
    const sent = type === 'send' ? `,${fields.before},${fields.after}` : '';
    return `[${n},${t},${socket},${stringify(content)}${sent}]`;
  }
  return stringify({
    __proto__: null,
    n,
    type,
    t,
    socket,
    ...fields,
    stack: traceText(trace),
    ...(content !== undefined && described(content, aside)),
  });
}

/** Whether a message has nothing out of the ordinary but its payload, perhaps. Nothing is asked for that may not be there. */
const isUsual = (type: EventType, fields: Fields) =>
  fields.author === 'page' && (type !== 'send' || (fields.state === OPEN && fields.error === undefined));
