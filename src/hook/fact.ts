import type { Author, EventType, Form } from '#protocol';
import type { Aside } from './aside.ts';
import { byteLength, utf8 } from './aside.ts';
import { ownKeys, ownValue, seal } from './natives.ts';
import { type Trace, traceText, traceWeight } from './trace.ts';

/**
 * A fact: an event as the hook keeps it. Its public fields are those of the protocol's event, so that
 * `JSON.stringify` writes it as it is; what must not be in the JSON is in private fields.
 */
export class Fact {
  n = 0;
  readonly type: EventType;
  readonly t: number;
  readonly socket: number;

  constructor(type: EventType, t: number, socket: number) {
    this.type = type;
    this.t = t;
    this.socket = socket;
  }

  /** What the fact takes of the byte limit. */
  get weight(): number {
    return 0;
  }

  /** Called right before the fact is written: puts what travels beside the JSON into `aside`. */
  prepare(_aside: Aside): void {
    // Most facts are written as they are.
  }
}

seal(Fact);

/** A change in a socket's life, or a call that has no payload; `fields` are those of its event. */
export class Moment extends Fact {
  stack: string | undefined;
  #trace: Trace;

  constructor(type: EventType, t: number, socket: number, fields: object, trace?: Trace) {
    super(type, t, socket);
    this.#trace = trace;
    const names = ownKeys(fields) as string[];
    for (let i = 0; i < names.length; i++)
      (this as Record<string, unknown>)[names[i] as string] = ownValue(fields, names[i] as string);
  }

  override prepare(): void {
    this.stack = traceText(this.#trace);
  }
}

/** Texts up to this many UTF-16 units are written into the JSON; longer ones are cheaper to copy as they are. */
const INLINE = 16_384;

/**
 * A payload: text, a copy of the bytes, or a Blob, whose bytes never change. No field is optional: one that is left out
 * would be looked for on Object.prototype, where a page may have put it.
 */
export interface Content {
  readonly form: Form;
  /** UTF-16 units of text, bytes of all else; the true size also where `data` is cut. */
  readonly size: number;
  readonly data: string | Uint8Array<ArrayBuffer> | Blob;
  /** Of `data`, where a limit cut it; else the same as `size`. */
  readonly kept: number;
  /** Of a view that shows a part of its buffer only, in bytes. */
  readonly part: { readonly offset: number; readonly buffer: number } | undefined;
}

/** A fact with a payload. */
export class Frame extends Fact {
  readonly form: Form;
  readonly size: number;
  readonly author: Author;
  readonly offset: number | undefined;
  readonly buffer: number | undefined;
  data: string | undefined;
  at: number | undefined;
  length: number | undefined;
  #content: Content | undefined;

  constructor(type: EventType, t: number, socket: number, author: Author, content: Content) {
    super(type, t, socket);
    const { form, size, data, part } = content;
    this.form = form;
    this.size = size;
    this.author = author;
    this.offset = part?.offset;
    this.buffer = part?.buffer;
    if (typeof data === 'string' && data.length <= INLINE) this.data = data;
    else this.#content = content;
  }

  override get weight(): number {
    return this.form === 'text' ? this.size * 2 : this.size;
  }

  override prepare(aside: Aside): void {
    if (!this.#content) return;
    const { data, form, kept } = this.#content;
    if (typeof data === 'string') this.#prepareText(data, aside);
    else {
      this.at = form === 'Blob' ? aside.addBlob(data as Blob, kept) : aside.addBytes(data as never, kept);
      this.length = kept;
    }
  }

  #prepareText(text: string, aside: Aside): void {
    const bytes = utf8(text);
    if (!bytes) this.data = text;
    else {
      this.length = byteLength(bytes);
      this.at = aside.addBytes(bytes, this.length);
    }
  }
}

/** A call of `send()`, with what was buffered before and after it, in bytes. */
export class Sent extends Frame {
  readonly state: number;
  readonly before: number;
  readonly after: number;
  readonly error: string | undefined;
  stack = '';
  #trace: Trace;

  constructor(
    t: number,
    socket: number,
    author: Author,
    content: Content,
    call: { state: number; before: number; after: number; error: string | undefined; trace: Trace },
  ) {
    super('send', t, socket, author, content);
    this.state = call.state;
    this.before = call.before;
    this.after = call.after;
    this.error = call.error;
    this.#trace = call.trace;
  }

  override get weight(): number {
    return super.weight + traceWeight(this.#trace);
  }

  override prepare(aside: Aside): void {
    super.prepare(aside);
    this.stack = traceText(this.#trace);
  }
}
