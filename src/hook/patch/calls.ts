import { now } from '#hook/clock.ts';
import { factOf } from '#hook/log/fact.ts';
import { contentOf } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { type Called, trace } from '#hook/log/trace.ts';
import { apply, construct, isArray, list, ownValue } from '#hook/natives.ts';
import { OPEN } from '#hook/ready-state.ts';
import type { Author } from '#protocol';
import { watching } from './buffered.ts';
import { errorText } from './errors.ts';
import type { Arguments, Class, Constructor, Native } from './functions.ts';
import { type Life, lifeOf, nextNumber } from './lives.ts';
import { isObject, standIn } from './stand-in.ts';

/** A class whose instances are recorded. */
export interface Kind {
  readonly native: Class;
  /** Its name, where it is not WebSocket. */
  readonly name: string | undefined;
  /** Follows an instance that was just made. */
  begin(socket: object, number: number): void;
  url(socket: object): string;
}

/**
 * What a page calls on a socket: forward first, record after. What the native gives or throws is what the caller
 * gets; what goes wrong in the recording is counted as a loss and nothing else. `called` is the hook's function that the
 * page called; there is none where a panel calls. Natives are called from here and not deeper: a page sees in the stack of
 * an error how deep that is.
 */
export interface Calls {
  /** The life of a socket whose calls are to be recorded; `undefined` for anything else. */
  recorded(self: object): Life | undefined;
  construct(kind: Kind, args: Arguments, newTarget: Constructor, called: Called): object;
  send(life: Life, value: unknown, called?: Called): unknown;
  /**
   * Calls what closes a socket; a second time that changes nothing and says nothing.
   * @param args of the native: a code and a reason, or an object with both, or neither
   */
  close(life: Life, native: Native, self: object, args: Arguments, called?: Called): unknown;
}

export function calling({ note, limits, add }: Recorder): Calls {
  const watch = watching(add);
  return {
    recorded: (self) => (limits().events > 0 ? lifeOf(self) : undefined),

    construct({ native, name, begin, url }, args, newTarget, called) {
      const at = now();
      let socket: object | undefined;
      let error: unknown;
      try {
        socket = construct(native, args, newTarget) as object;
        return socket;
      } catch (thrown) {
        error = thrown;
        throw thrown;
      } finally {
        const number = nextNumber();
        note(number, () => {
          if (socket) begin(socket, number);
          const fields = {
            interface: name,
            url: socket ? url(socket) : '',
            args: told(args, 2),
            error: errorText(error),
          };
          return factOf('construct', at, number, fields, trace(at, called));
        });
      }
    },

    send(life, value, called) {
      const other = isObject(value) && !life.isBytes(value) ? standIn(value) : undefined;
      const state = life.readyState();
      const before = life.bufferedAmount();
      let error: unknown;
      try {
        return apply(life.nativeSend, life.sender, [other ? other.object : value] as never);
      } catch (thrown) {
        error = thrown;
        throw thrown;
      } finally {
        note(life.number, () => {
          const at = now();
          const after = life.bufferedAmount();
          const fields = { author: authorOf(called), state, before, after, error: errorText(error) };
          if (after > 0 && state === OPEN) watch(life, after);
          const content = contentOf(other ? other.text() : sentAs(value), limits().payload);
          return factOf('send', at, life.number, fields, trace(at, called), content);
        });
      }
    },

    close(life, native, self, args, called) {
      const state = life.readyState();
      const at = now();
      let error: unknown;
      try {
        const result = apply(native, self, args as never);
        life.closing();
        return result;
      } catch (thrown) {
        error = thrown;
        throw thrown;
      } finally {
        if (state <= OPEN)
          note(life.number, () => {
            const first = ownValue(args, 0);
            const info = isObject(first) ? first : args;
            const fields = {
              author: authorOf(called),
              code: only('number', ownValue(info, 'closeCode') ?? first),
              reason: only('string', ownValue(info, 'reason') ?? ownValue(args, 1)),
              error: errorText(error),
            };
            return factOf('closing', at, life.number, fields, trace(at, called));
          });
      }
    },
  };
}

const only = <T>(type: string, value: unknown) => (typeof value === type ? (value as T) : undefined);

const authorOf = (called: Called | undefined): Author => (called ? 'page' : 'panel');

/** What `send` makes of bytes and of primitive values; of a symbol it makes nothing. */
const sentAs = (value: unknown): unknown => {
  if (isObject(value)) return value;
  return typeof value === 'symbol' ? '' : `${value}`;
};

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
