import type { Author } from '#protocol';
import { Buffered } from './buffered.ts';
import { now } from './clock.ts';
import { Frame, Moment } from './fact.ts';
import type { Listener } from './listen.ts';
import {
  apply,
  construct,
  getOwnPropertyDescriptor,
  isArray,
  isError,
  list,
  ownValue,
  uncurry,
} from './natives.ts';
import { contentOf, isBinary } from './payload.ts';
import { OPEN } from './ready-state.ts';
import type { Recorder } from './recorder.ts';
import * as sockets from './sockets.ts';
import { isObject, StandIn } from './stand-in.ts';
import { type Called, trace } from './trace.ts';

type Arguments = readonly unknown[];
// biome-ignore lint/complexity/noBannedTypes: what Reflect.construct takes
export type Constructor = Function;

const NativeWebSocket = WebSocket;
const nativeSend = NativeWebSocket.prototype.send as (...args: never) => unknown;
const nativeClose = NativeWebSocket.prototype.close as (...args: never) => unknown;
const setBinaryType = getOwnPropertyDescriptor(NativeWebSocket.prototype, 'binaryType')?.set as (
  value: unknown,
) => void;

const errorName = uncurry(
  getOwnPropertyDescriptor(DOMException.prototype, 'name')?.get as (this: unknown) => string,
);
const errorMessage = uncurry(
  getOwnPropertyDescriptor(DOMException.prototype, 'message')?.get as (this: unknown) => string,
);

/**
 * What a page calls on a WebSocket: forward first, record after. What the native gives or throws is what the caller
 * gets; what goes wrong in the recording is counted as a loss and nothing else. `called` is the proxy's trap that the
 * page called; there is none where a panel calls.
 */
export class Calls {
  readonly #recorder: Recorder;
  readonly #listener: Listener;
  readonly #buffered: Buffered;

  constructor(recorder: Recorder, listener: Listener) {
    this.#recorder = recorder;
    this.#listener = listener;
    this.#buffered = new Buffered(recorder);
  }

  construct(args: Arguments, newTarget: Constructor, called: Called): WebSocket {
    const at = now();
    let socket: WebSocket | undefined;
    let error: unknown;
    try {
      socket = construct(NativeWebSocket, args, newTarget) as WebSocket;
      return socket;
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      const number = sockets.nextNumber();
      this.#quietly(number, () => this.#constructed(number, { socket, args, at, error, called }));
    }
  }

  send(self: WebSocket, args: Arguments, called?: Called): unknown {
    const socket = this.#recorder.on ? sockets.numberOf(self) : undefined;
    if (socket === undefined || args.length === 0) return apply(nativeSend, self, args);
    const value = args[0];
    const standIn = isObject(value) && !isBinary(value) ? new StandIn(value) : undefined;
    const state = sockets.readyState(self);
    const before = sockets.bufferedAmount(self);
    let error: unknown;
    try {
      return apply(nativeSend, self, [standIn ? standIn.object : value]);
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      try {
        const at = now();
        const data = standIn ? (standIn.text ?? '') : sentAs(value);
        const after = sockets.bufferedAmount(self);
        const call = { state, before, after, error: errorText(error), trace: trace(at, called) };
        const content = contentOf(data, this.#recorder.payloadLimit);
        this.#recorder.add(new Frame(at, socket, authorOf(called), content, call));
        if (after > 0 && state === OPEN) this.#buffered.watch(self, socket, after);
      } catch {
        this.#recorder.lose(socket);
      }
    }
  }

  close(self: WebSocket, args: Arguments, called?: Called): unknown {
    const socket = this.#recorder.on ? sockets.numberOf(self) : undefined;
    if (socket === undefined) return apply(nativeClose, self, args);
    const state = sockets.readyState(self);
    let error: unknown;
    try {
      return apply(nativeClose, self, args);
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      // A second close() changes nothing and says nothing.
      if (state <= OPEN) this.#quietly(socket, () => this.#closing(socket, args, error, called));
    }
  }

  setBinaryType(self: WebSocket, args: Arguments): unknown {
    const socket = this.#recorder.on ? sockets.numberOf(self) : undefined;
    if (socket === undefined) return apply(setBinaryType as never, self, args);
    const before = sockets.binaryType(self);
    const result: unknown = apply(setBinaryType as never, self, args);
    const value = sockets.binaryType(self);
    if (value !== before)
      this.#quietly(socket, () => this.#recorder.add(new Moment('binaryType', now(), socket, { value })));
    return result;
  }

  #constructed(
    number: number,
    call: { socket: WebSocket | undefined; args: Arguments; at: number; error: unknown; called: Called },
  ): void {
    const { socket, args, at } = call;
    if (socket) {
      sockets.track(socket, number);
      this.#listener.listen(socket, number);
    }
    if (!this.#recorder.on) return;
    const fields = {
      url: socket ? sockets.url(socket) : '',
      args: told(args, 2),
      error: errorText(call.error),
    };
    this.#recorder.add(new Moment('construct', at, number, fields, trace(at, call.called)));
  }

  #closing(socket: number, args: Arguments, error: unknown, called: Called | undefined): void {
    const at = now();
    const code = ownValue(args, 0);
    const reason = ownValue(args, 1);
    const fields = {
      author: authorOf(called),
      code: typeof code === 'number' ? code : undefined,
      reason: typeof reason === 'string' ? reason : undefined,
      error: errorText(error),
    };
    this.#recorder.add(new Moment('closing', at, socket, fields, trace(at, called)));
  }

  #quietly(socket: number, record: () => void): void {
    try {
      record();
    } catch {
      this.#recorder.lose(socket);
    }
  }
}

const authorOf = (called: Called | undefined): Author => (called ? 'page' : 'panel');

/** What `send` makes of bytes and of primitive values; of a symbol it makes nothing. */
const sentAs = (value: unknown): unknown => {
  if (isObject(value)) return value;
  return typeof value === 'symbol' ? '' : `${value}`;
};

/** Name and message of what a native threw; an object of the page's own making is not looked into. */
export function errorText(thrown: unknown): string | undefined {
  if (thrown === undefined) return undefined;
  try {
    return `${errorName(thrown)}: ${errorMessage(thrown)}`;
  } catch {
    // No DOMException: the conversion of an argument threw, with whatever the page or the language throws.
    return ownMessage(thrown);
  }
}

function ownMessage(thrown: unknown): string {
  if (!isError(thrown)) return typeof thrown;
  const message = ownValue(thrown, 'message');
  return typeof message === 'string' ? message : 'object';
}

/**
 * Strings as they are, arrays as what is in their own slots, so many deep; of all else the type only. No code of the page
 * is run for it: no getter, no conversion.
 */
function told(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value;
  if (!isArray(value) || depth === 0) return { __proto__: null, type: typeof value };
  const all = list<unknown>();
  for (let i = 0; i < value.length; i++) all[i] = told(ownValue(value, i), depth - 1);
  return all;
}
