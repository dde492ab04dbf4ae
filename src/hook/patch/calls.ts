import { now } from '#hook/clock.ts';
import { Frame, Moment } from '#hook/log/fact.ts';
import { contentOf, isBinary } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { type Called, trace } from '#hook/log/trace.ts';
import {
  apply,
  construct,
  getOwnPropertyDescriptor,
  getter,
  isArray,
  isError,
  list,
  ownValue,
} from '#hook/natives.ts';
import { CLOSING, OPEN } from '#hook/ready-state.ts';
import type { Author } from '#protocol';
import { type Watch, watching } from './buffered.ts';
import type { Listener } from './listen.ts';
import type { Life } from './lives.ts';
import * as sockets from './sockets.ts';
import { isObject, StandIn } from './stand-in.ts';

type Arguments = readonly unknown[];
// biome-ignore lint/complexity/noBannedTypes: what Reflect.construct takes
export type Constructor = Function;

const NativeWebSocket = WebSocket;
const nativeSend = NativeWebSocket.prototype.send as (...args: never) => unknown;
const nativeClose = NativeWebSocket.prototype.close as (...args: never) => unknown;
const setBinaryType = getOwnPropertyDescriptor(NativeWebSocket.prototype, 'binaryType')?.set as (
  value: unknown,
) => void;

const errorName = getter<unknown, string>(DOMException.prototype, 'name');
const errorMessage = getter<unknown, string>(DOMException.prototype, 'message');

/** A class whose instances are recorded. */
export interface Kind {
  readonly native: Constructor;
  /** Its name, where it is not WebSocket. */
  readonly name: string | undefined;
  /** Follows an instance that was just made. */
  begin(socket: object, number: number): void;
  url(socket: object): string;
}

/**
 * What a page calls on a WebSocket: forward first, record after. What the native gives or throws is what the caller
 * gets; what goes wrong in the recording is counted as a loss and nothing else. `called` is the proxy's trap that the
 * page called; there is none where a panel calls.
 */
export class Calls {
  readonly #recorder: Recorder;
  readonly #kind: Kind;
  readonly #watch: Watch;

  constructor(recorder: Recorder, listener: Listener) {
    this.#recorder = recorder;
    this.#kind = {
      native: NativeWebSocket,
      name: undefined,
      begin(socket, number) {
        sockets.track(socket as WebSocket, number);
        listener.listen(socket as WebSocket, number);
      },
      url: sockets.url as Kind['url'],
    };
    this.#watch = watching(recorder);
  }

  construct(args: Arguments, newTarget: Constructor, called: Called, kind: Kind = this.#kind): object {
    const at = now();
    let socket: object | undefined;
    let error: unknown;
    try {
      socket = construct(kind.native, args, newTarget) as object;
      return socket;
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      const number = sockets.nextNumber();
      this.#recorder.note(number, () => {
        if (socket) kind.begin(socket, number);
        const url = socket ? kind.url(socket) : '';
        const fields = { interface: kind.name, url, args: told(args, 2), error: errorText(error) };
        return new Moment('construct', at, number, fields, trace(at, called));
      });
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
      this.#recorder.note(socket, () => {
        const at = now();
        const data = standIn ? standIn.text : sentAs(value);
        const after = sockets.bufferedAmount(self);
        const call = { state, before, after, error: errorText(error), trace: trace(at, called) };
        if (after > 0 && state === OPEN) this.#watch(self, socket, after);
        return new Frame(at, socket, authorOf(called), contentOf(data, this.#recorder.payloadLimit), call);
      });
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
      if (state <= OPEN) this.#closing(socket, args, 0, 1, called, error);
    }
  }

  setBinaryType(self: WebSocket, args: Arguments): unknown {
    const socket = this.#recorder.on ? sockets.numberOf(self) : undefined;
    if (socket === undefined) return apply(setBinaryType as never, self, args);
    const before = sockets.binaryType(self);
    const result: unknown = apply(setBinaryType as never, self, args);
    const value = sockets.binaryType(self);
    if (value !== before)
      this.#recorder.note(socket, () => new Moment('binaryType', now(), socket, { value }));
    return result;
  }

  /** Notes a call that closes a WebSocketStream, where it is not closing yet; `info` may have a code and a reason. */
  ending(life: Life, info: object, called: Called): void {
    const { number, state } = life;
    life.state = CLOSING;
    if (state <= OPEN) this.#closing(number, info, 'closeCode', 'reason', called);
  }

  #closing(
    socket: number,
    from: object,
    code: PropertyKey,
    reason: PropertyKey,
    called: Called | undefined,
    error?: unknown,
  ): void {
    const at = now();
    this.#recorder.note(socket, () => {
      const fields = {
        author: authorOf(called),
        code: only('number', ownValue(from, code)),
        reason: only('string', ownValue(from, reason)),
        error: errorText(error),
      };
      return new Moment('closing', at, socket, fields, trace(at, called));
    });
  }
}

const only = <T>(type: string, value: unknown) => (typeof value === type ? (value as T) : undefined);

const authorOf = (called: Called | undefined): Author => (called ? 'page' : 'panel');

/** What `send` makes of bytes and of primitive values; of a symbol it makes nothing. */
export const sentAs = (value: unknown): unknown => {
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
  return only<string>('string', ownValue(thrown, 'message')) ?? 'object';
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
