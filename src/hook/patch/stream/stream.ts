import type { Recorder } from '#hook/log/recorder.ts';
import { getter, ignore } from '#hook/natives.ts';
import { patchClass } from '#hook/patch/classes.ts';
import type { Class } from '#hook/patch/functions.ts';
import type { Calls } from '#hook/patch/life.ts';
import { miss } from '#hook/patch/missed.ts';
import { followingStreams } from './stream-life.ts';

const name = 'WebSocketStream';

/** Patches `WebSocketStream`, which TypeScript does not know, as `WebSocket` is. */
export function patchStreams(window: Window & typeof globalThis, calls: Calls, recorder: Recorder): void {
  try {
    const { [name]: native } = window as { readonly [name]?: Class };
    if (!native) return;
    const begin = followingStreams(native, calls, recorder);
    patchClass(
      window,
      name,
      { native, name, begin, url: getter(native, 'url') },
      native.prototype,
      calls,
      ignore,
    );
  } catch {
    miss(name);
  }
}
