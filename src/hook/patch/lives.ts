import type { Recorder } from '#hook/log/recorder.ts';
import type { Called } from '#hook/log/trace.ts';
import { apply, weakGet, weakSet } from '#hook/natives.ts';
import { replace } from './disguise.ts';

type Arguments = readonly unknown[];

/** A WebSocketStream, as the hook knows it. */
export interface Life {
  readonly number: number;
  /** As a WebSocket's `readyState`. */
  state: number;
}

/** Lives of WebSocketStreams, and of what a page got from them. */
const lives: WeakMap<object, Life> = new WeakMap();

/** From now on what is called on an object of the page belongs to that life. */
export const follow = (object: object, life: Life): void => {
  weakSet(lives, object, life);
};

/** What was called on an object of a life, and what it gave. */
export interface Heard<T> {
  readonly life: Life;
  readonly args: Arguments;
  readonly result: T;
  readonly called: Called;
}

/** Has calls of a method heard where they belong to a life. What `heard` gives, the page gets in place of the result. */
export function hear<T>(
  recorder: Recorder,
  prototype: object,
  name: string,
  heard: (call: Heard<T>) => unknown,
): void {
  const called = (native: () => unknown, self: object, args: Arguments): unknown => {
    const result = apply(native, self, args) as T;
    const life = weakGet(lives, self);
    if (!life) return result;
    try {
      return heard({ life, args, result, called }) ?? result;
    } catch {
      recorder.lose(life.number);
      return result;
    }
  };
  replace(prototype, name, 'value', { apply: called });
}
