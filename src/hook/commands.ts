import type { HookAct, HookCommand, Refusal, Sendable } from '#protocol';
import { type Calls, errorText } from './calls.ts';
import type { Channel } from './channel.ts';
import type { Listener } from './listen.ts';
import { dispatchEvent, NativeBlob } from './natives.ts';
import { decodeBase64 } from './payload.ts';
import { CONNECTING, OPEN } from './ready-state.ts';
import type { Recorder } from './recorder.ts';
import * as sockets from './sockets.ts';

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

  /** Gives why it was not done, where it was not. */
  obey(command: HookCommand): Refusal | undefined {
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

  #try(act: HookAct): Refusal | undefined {
    const socket = sockets.liveSocket(act.socket);
    if (!socket) return 'closed';
    const state = sockets.readyState(socket);
    if (act.type !== 'close' && state !== OPEN) return state === CONNECTING ? 'connecting' : 'closed';
    try {
      this.#act(socket, act);
      return undefined;
    } catch (error) {
      return { __proto__: null, thrown: errorText(error) } as Refusal;
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
