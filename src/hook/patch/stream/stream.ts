import type { Recorder } from '#hook/log/recorder.ts';
import { getter } from '#hook/natives.ts';
import type { Calls } from '#hook/patch/calls.ts';
import { patchClass } from '#hook/patch/classes.ts';
import type { Class } from '#hook/patch/functions.ts';
import { followingStreams } from './stream-life.ts';

/** Patches `WebSocketStream`, which TypeScript does not know, as `WebSocket` is. */
export function patchStreams(window: Window & typeof globalThis, calls: Calls, recorder: Recorder): void {
  const { WebSocketStream: native } = window as { readonly WebSocketStream?: Class };
  if (!native) return;
  const name = 'WebSocketStream';
  const begin = followingStreams(native, calls, recorder);
  patchClass(window, name, { native, name, begin, url: getter(native, 'url') }, calls);
}
