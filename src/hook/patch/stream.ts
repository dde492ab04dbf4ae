import { now } from '#hook/clock.ts';
import { Moment } from '#hook/log/fact.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { getter, react } from '#hook/natives.ts';
import { CLOSED, CONNECTING, OPEN } from '#hook/ready-state.ts';
import type { EventType } from '#protocol';
import type { Calls, Constructor, Kind } from './calls.ts';
import { patchChunks } from './chunks.ts';
import { replaceClass } from './disguise.ts';
import { follow, hear, type Life } from './lives.ts';
import { isObject } from './stand-in.ts';

type Arguments = readonly unknown[];

/** https://websockets.spec.whatwg.org/#the-websocketstream-interface, which TypeScript does not know. */
interface Interfaces {
  readonly WebSocketStream?: Constructor & { readonly prototype: object };
}
interface Opened {
  readonly readable: object;
  readonly writable: object;
  readonly protocol: string;
  readonly extensions: string;
}
interface Closed {
  readonly closeCode: number;
  readonly reason: string;
}

/** Patches `WebSocketStream` as `WebSocket` is; readers and writers only when the first one is made. */
export function patchStreams(window: Window & typeof globalThis, calls: Calls, recorder: Recorder): void {
  const { WebSocketStream: native } = window as unknown as Interfaces;
  if (!native) return;
  const { prototype } = native;
  const opened = getter<object, Promise<Opened>>(prototype, 'opened');
  const closed = getter<object, Promise<Closed>>(prototype, 'closed');
  let first = true;

  function begin(stream: object, number: number): void {
    if (first) patchChunks(recorder, calls);
    first = false;
    const life: Life = { number, state: CONNECTING };
    const tell = (type: EventType, fields: object) =>
      recorder.note(number, () => new Moment(type, now(), number, fields));
    const end = (code: number, reason: string, wasClean: boolean) => {
      life.state = CLOSED;
      tell('close', { code, reason, wasClean });
    };
    follow(stream, life);
    react(
      opened(stream),
      ({ readable, writable, protocol, extensions }) => {
        life.state = OPEN;
        follow(readable, life);
        follow(writable, life);
        tell('open', { protocol, extensions });
      },
      () => tell('error', {}),
    );
    react(
      closed(stream),
      (info) => end(info.closeCode, info.reason, true),
      () => end(1006, '', false),
    );
  }

  const name = 'WebSocketStream';
  const kind: Kind = { native, name, begin, url: getter(prototype, 'url') };
  const construct = (_: unknown, args: Arguments, newTarget: Constructor) =>
    calls.construct(args, newTarget, construct, kind);
  hear(recorder, prototype, 'close', ({ life, args, called }) => {
    const info = args[0];
    calls.ending(life, isObject(info) ? info : args, called);
  });
  replaceClass(window, name, prototype, { construct });
}
