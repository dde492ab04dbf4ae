import { now } from '#hook/clock.ts';
import { type Fields, factOf } from '#hook/log/fact.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { addEventListener, dispatchEvent, getter, NativeBlob } from '#hook/natives.ts';
import type { EventType } from '#protocol';
import { hearing } from './hearing.ts';
import type { Sent } from './life.ts';
import { release } from './lives.ts';
import { binaryType, isNative, openedAs, url } from './web-socket.ts';

const NativeMessageEvent = MessageEvent;
const NativeURL = URL;

const data = getter<Event, unknown>(MessageEvent, 'data');
const code = getter<Event, number>(CloseEvent, 'code');
const reason = getter<Event, string>(CloseEvent, 'reason');
const wasClean = getter<Event, boolean>(CloseEvent, 'wasClean');

/** Writes down what the events of a socket say. */
export interface Listener {
  /**
   * Listens to a socket that was just made: before the page can, so that ours hears everything first. Each socket has
   * listeners of its own, which know its number: that is cheaper than asking every event for its socket.
   */
  readonly listen: (socket: WebSocket, number: number) => void;
  /**
   * Has a message come as if it had arrived: the page's listeners get it in their order; only `isTrusted` tells.
   */
  readonly inject: (socket: WebSocket, data: Sent) => void;
}

/** What writes events down in a log. */
export function listening(recorder: Recorder): Listener {
  /** The event that is injected at this moment; any other that no server caused is the page's own play. */
  let injected: Event | undefined;
  const hear = hearing(recorder);

  const listen = (socket: WebSocket, number: number) => {
    const on = (type: EventType, heard: (event: Event) => void) =>
      addEventListener(socket, type, (event) => {
        if (event.isTrusted || event === injected || !isNative) heard(event);
      });
    const moment = (type: EventType, fields: (event: Event) => Fields) =>
      on(type, (event) => recorder.note(number, () => factOf(type, now(), number, fields(event))));
    on('message', (event) => hear(number, data(event), event === injected ? 'panel' : 'page'));
    moment('open', () => openedAs(socket));
    moment('error', () => ({}));
    moment('close', (event) => {
      release(number);
      return { code: code(event), reason: reason(event), wasClean: wasClean(event) };
    });
  };
  const inject = (socket: WebSocket, content: Sent) => {
    const { origin } = new NativeURL(url(socket));
    injected = new NativeMessageEvent('message', {
      __proto__: null,
      data: received(socket, content),
      origin,
    } as MessageEventInit);
    dispatchEvent(socket, injected);
    injected = undefined;
  };
  return { listen, inject };
}

/** Text, or bytes in the form that the socket's `binaryType` asks for. */
function received(socket: WebSocket, content: Sent): unknown {
  if (typeof content === 'string') return content;
  return binaryType(socket) === 'blob' ? new NativeBlob([content]) : content.buffer;
}
