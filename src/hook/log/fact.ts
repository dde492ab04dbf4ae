import { seal, stringify } from '#hook/natives.ts';
import { OPEN } from '#hook/ready-state.ts';
import type { Author, EventType } from '#protocol';
import type { Aside } from './aside.ts';
import { type Content, forget, INLINE, place } from './content.ts';
import { TRACE, type Trace, traceText } from './trace.ts';

/** A fact: an event as the hook keeps it. */
export abstract class Fact {
  n = 0;
  readonly t: number;
  readonly socket: number;

  constructor(t: number, socket: number) {
    this.t = t;
    this.socket = socket;
  }

  /** What the fact takes of the byte limit. */
  get weight(): number {
    return 0;
  }

  /** The event as JSON, see protocol/batch.ts; what travels beside that is put into `aside`. */
  abstract write(aside: Aside): string;
}

seal(Fact);

/** A change in a socket's life, or a call that has no payload; `fields` are those of its event. */
export class Moment extends Fact {
  readonly #type: EventType;
  readonly #fields: object;
  readonly #trace: Trace;

  constructor(type: EventType, t: number, socket: number, fields: object, trace?: Trace) {
    super(t, socket);
    this.#type = type;
    this.#fields = fields;
    this.#trace = trace;
  }

  override write(): string {
    const { n, t, socket } = this;
    const stack = traceText(this.#trace);
    return stringify({ __proto__: null, n, type: this.#type, t, socket, ...this.#fields, stack });
  }
}

/** A call of `send()`: the `readyState` at it, what was buffered before and after it, in bytes, what it threw. */
export interface Call {
  readonly state: number;
  readonly before: number;
  readonly after: number;
  readonly error: string | undefined;
  readonly trace: Trace;
}

/** A fact with a payload: a message received, or a call of `send()`. */
export class Frame extends Fact {
  readonly #author: Author;
  readonly #content: Content;
  readonly #call: Call | undefined;

  constructor(t: number, socket: number, author: Author, content: Content, call?: Call) {
    super(t, socket);
    this.#author = author;
    this.#content = content;
    this.#call = call;
  }

  override get weight(): number {
    const { form, kept } = this.#content;
    return (form === 'text' ? kept * 2 : kept) + (this.#call?.trace ? TRACE : 0);
  }

  override write(aside: Aside): string {
    const { n, t, socket } = this;
    const { form, size, kept, part, data } = this.#content;
    const call = this.#call;
    const author = this.#author;
    const plainCall = !call || (call.state === OPEN && call.error === undefined && !call.trace);
    if (plainCall && form === 'text' && size <= INLINE && kept === size && author === 'page')
      return `[${n},${t},${socket},${stringify(data)}${call ? `,${call.before},${call.after}` : ''}]`;
    const type: EventType = call ? 'send' : 'message';
    const called = call && { ...call, trace: undefined, stack: traceText(call.trace) };
    const where = place(this.#content, aside);
    return stringify({
      __proto__: null,
      n,
      type,
      t,
      socket,
      form,
      size,
      author,
      ...part,
      ...called,
      ...where,
    });
  }

  /** The fact is no longer kept. */
  release(): void {
    forget(this.#content);
  }
}
