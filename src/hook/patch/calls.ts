import { now } from '#hook/clock.ts';
import { factOf } from '#hook/log/fact.ts';
import { contentOf, measured } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { type Called, trace } from '#hook/log/trace.ts';
import { apply, construct, isArray, list, ownValue } from '#hook/natives.ts';
import { OPEN } from '#hook/ready-state.ts';
import type { Author } from '#protocol';
import { watching } from './buffered.ts';
import { errorText } from './errors.ts';
import type { Arguments } from './functions.ts';
import type { Calls, Kind } from './life.ts';
import { nextNumber } from './lives.ts';
import { isObject, standIn } from './stand-in.ts';

/** What records calls in the log of a document. */
export function calling({ note, attempt, limits, add }: Recorder): Calls {
  const watch = watching(add);
  const tell: Calls['tell'] = (socket, type, find) => note(socket, () => factOf(type, now(), socket, find()));

  function meet(
    kind: Kind,
    at: number,
    args: Arguments,
    socket?: object,
    error?: unknown,
    called?: Called,
  ): number {
    const number = nextNumber();
    note(number, () => {
      const fields = {
        interface: kind.name,
        url: socket ? kind.url(socket) : '',
        args: told(args, 2),
        error: errorText(error),
      };
      return factOf('construct', at, number, fields, trace(at, called));
    });
    if (socket) attempt(number, () => kind.begin(socket, number));
    return number;
  }

  return {
    isOn: () => limits().events > 0,
    tell,

    construct(kind, args, newTarget, called) {
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
        // A class that another script put there may make what is no socket, around one that is met when it is used.
        if (!socket || measured(kind.url, socket) !== undefined) meet(kind, at, args, socket, error, called);
      }
    },

    adopt: (kind, socket) => meet(kind, now(), [kind.url(socket)], socket),

    send(life, native, self, value, called) {
      const other = isObject(value) && !life.isBytes(value) ? standIn(value) : undefined;
      const state = life.readyState();
      const before = life.bufferedAmount();
      let error: unknown;
      try {
        return apply(native, self, [other ? other.object : value] as never);
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
