import { now } from '#hook/clock.ts';
import { type Fact, Frame, Moment } from '#hook/log/fact.ts';
import { contentOf } from '#hook/log/payload.ts';
import type { Recorder } from '#hook/log/recorder.ts';
import { addEventListener, getter } from '#hook/natives.ts';
import type { Author, EventType } from '#protocol';
import { extensions, protocol, release } from './sockets.ts';

const data = getter<Event, unknown>(MessageEvent.prototype, 'data');
const code = getter<Event, number>(CloseEvent.prototype, 'code');
const reason = getter<Event, string>(CloseEvent.prototype, 'reason');
const wasClean = getter<Event, boolean>(CloseEvent.prototype, 'wasClean');

/** Writes down what the events of a socket say. */
export interface Listener {
  /** The event that a panel injects at this moment; any other that no server caused is the page's own play. */
  injected: Event | undefined;
  /**
   * Listens to a socket that was just made: before the page can, so that ours hears everything first. Each socket has
   * listeners of its own, which know its number: that is cheaper than asking every event for its socket.
   */
  readonly listen: (socket: WebSocket, number: number) => void;
}

/** What writes events down in a log. */
export function listening(recorder: Recorder): Listener {
  const listen = (socket: WebSocket, number: number) => {
    const on = (type: EventType, fact: (event: Event) => Fact) =>
      addEventListener(socket, type, (event) => {
        if (recorder.on && (event.isTrusted || event === listener.injected))
          recorder.note(number, () => fact(event));
      });
    const moment = (type: EventType, fields: (event: Event) => object) =>
      on(type, (event) => new Moment(type, now(), number, fields(event)));
    on('message', (event) => {
      const author: Author = event === listener.injected ? 'panel' : 'page';
      return new Frame(now(), number, author, contentOf(data(event), recorder.payloadLimit));
    });
    moment('open', () => ({ protocol: protocol(socket), extensions: extensions(socket) }));
    moment('error', () => ({}));
    moment('close', (event) => {
      release(number);
      return { code: code(event), reason: reason(event), wasClean: wasClean(event) };
    });
  };
  const listener: Listener = { injected: undefined, listen };
  return listener;
}
