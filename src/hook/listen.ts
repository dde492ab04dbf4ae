import type { Author } from '#protocol';
import { now } from './clock.ts';
import { Frame, Moment } from './fact.ts';
import { addEventListener, getter } from './natives.ts';
import { contentOf } from './payload.ts';
import type { Recorder } from './recorder.ts';
import { extensions, numberOf, protocol, release } from './sockets.ts';

const target = getter<Event, WebSocket>(Event.prototype, 'currentTarget');
const data = getter<Event, unknown>(MessageEvent.prototype, 'data');
const code = getter<Event, number>(CloseEvent.prototype, 'code');
const reason = getter<Event, string>(CloseEvent.prototype, 'reason');
const wasClean = getter<Event, boolean>(CloseEvent.prototype, 'wasClean');

/** Writes down what the events of a socket say. */
export class Listener {
  /** The event that a panel injects at this moment; any other that no server caused is the page's own play. */
  injected: Event | undefined;
  readonly #recorder: Recorder;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** Listens to a socket that was just made: before the page can, so that ours hears everything first. */
  listen(socket: WebSocket): void {
    addEventListener(socket, 'open', this.#onOpen);
    addEventListener(socket, 'message', this.#onMessage);
    addEventListener(socket, 'error', this.#onError);
    addEventListener(socket, 'close', this.#onClose);
  }

  /** A listener that writes an event down; what goes wrong there is counted as a loss. */
  #listener(write: (event: Event, socket: number) => void): (event: Event) => void {
    return (event) => {
      if (!this.#recorder.on || !(event.isTrusted || event === this.injected)) return;
      const socket = numberOf(target(event)) ?? 0;
      try {
        write(event, socket);
      } catch {
        this.#recorder.lose(socket);
      }
    };
  }

  readonly #onOpen = this.#listener((event, socket) => {
    const self = target(event);
    const fields = { protocol: protocol(self), extensions: extensions(self) };
    this.#recorder.add(new Moment('open', now(), socket, fields));
  });

  readonly #onMessage = this.#listener((event, socket) => {
    const author: Author = event === this.injected ? 'panel' : 'page';
    const content = contentOf(data(event), this.#recorder.payloadLimit);
    this.#recorder.add(new Frame('message', now(), socket, author, content));
  });

  readonly #onError = this.#listener((_, socket) => {
    this.#recorder.add(new Moment('error', now(), socket, {}));
  });

  readonly #onClose = this.#listener((event, socket) => {
    release(socket);
    const fields = { code: code(event), reason: reason(event), wasClean: wasClean(event) };
    this.#recorder.add(new Moment('close', now(), socket, fields));
  });
}
