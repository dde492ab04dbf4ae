import type { Hindrance, HookAct, HookCommand, Sendable } from '#protocol';
import type { Channel } from './channel.ts';
import { decodeBase64 } from './log/payload.ts';
import type { Recorder } from './log/recorder.ts';
import { dispatchEvent, NativeBlob } from './natives.ts';
import { type Calls, errorText } from './patch/calls.ts';
import type { Listener } from './patch/listen.ts';
import * as sockets from './patch/sockets.ts';
import { CLOSED, OPEN } from './ready-state.ts';

const NativeMessageEvent = MessageEvent;
const NativeURL = URL;

/** Carries out what the relay asks for, with the natives saved at install. */
export class Commands {
  readonly #channel: Channel;
  readonly #recorder: Recorder;
  readonly #listener: Listener;
  readonly #calls: Calls;

  constructor(channel: Channel, recorder: Recorder, listener: Listener, calls: Calls) {
    this.#channel = channel;
    this.#recorder = recorder;
    this.#listener = listener;
    this.#calls = calls;
  }

  /** Gives what hindered it, where something did. */
  obey(command: HookCommand): Hindrance | undefined {
    switch (command.type) {
      case 'read':
        this.#channel.deliver(this.#recorder.read(command));
        break;
      case 'spare':
        this.#recorder.spare(command.others);
        break;
      case 'limit':
        this.#recorder.limit(command);
        break;
      default:
        return this.#try(command);
    }
    return undefined;
  }

  #try(act: HookAct): Hindrance | undefined {
    const socket = sockets.liveSocket(act.socket);
    const state = socket ? sockets.readyState(socket) : CLOSED;
    if (!socket || (act.type !== 'close' && state !== OPEN)) return { state };
    try {
      this.#act(socket, act);
      return undefined;
    } catch (error) {
      return { thrown: errorText(error) ?? '' };
    }
  }

  #act(socket: WebSocket, act: HookAct): void {
    if (act.type === 'send') this.#calls.send(socket, [sent(act.data)]);
    else if (act.type === 'close') this.#calls.close(socket, act.args);
    else this.#inject(socket, received(socket, act.data));
  }

  /** A message as if it had arrived: the page's listeners get it in their order; only `isTrusted` tells. */
  #inject(socket: WebSocket, data: unknown): void {
    const { origin } = new NativeURL(sockets.url(socket));
    const event = new NativeMessageEvent('message', { __proto__: null, data, origin } as MessageEventInit);
    this.#listener.injected = event;
    dispatchEvent(socket, event);
    this.#listener.injected = undefined;
  }
}

const sent = (data: Sendable) => (data.text === undefined ? decodeBase64(data.base64) : data.text);

/** Text, or bytes in the form that the socket's `binaryType` asks for. */
function received(socket: WebSocket, data: Sendable): unknown {
  const content = sent(data);
  if (typeof content === 'string') return content;
  return sockets.binaryType(socket) === 'blob' ? new NativeBlob([content]) : content.buffer;
}
