import type { Command, Refusal, Sendable } from '#protocol';
import type { Calls } from './calls.ts';
import type { Listener } from './listen.ts';
import { dispatchEvent, NativeBlob } from './natives.ts';
import { decodeBase64 } from './payload.ts';
import { CONNECTING, OPEN } from './ready-state.ts';
import type { Recorder } from './recorder.ts';
import * as sockets from './sockets.ts';

const NativeMessageEvent = MessageEvent;
const NativeURL = URL;

/** What a panel wants done with a socket of the page. */
type Act = Extract<Command, { readonly socket: number }>;

/** Carries out what a panel asks for, with the natives saved at install. */
export class Commands {
  readonly #recorder: Recorder;
  readonly #listener: Listener;
  readonly #calls: Calls;

  constructor(recorder: Recorder, listener: Listener, calls: Calls) {
    this.#recorder = recorder;
    this.#listener = listener;
    this.#calls = calls;
  }

  /** @param reader name of the panel that asks; it gets the outcome */
  obey(reader: string, command: Command): void {
    switch (command.type) {
      case 'attach':
        this.#recorder.attach(reader, command.after);
        break;
      case 'acknowledge':
        this.#recorder.acknowledge(reader);
        break;
      case 'detach':
        this.#recorder.detach(reader);
        break;
      case 'flush':
        this.#recorder.flush();
        break;
      case 'limit':
        this.#recorder.limit(command);
        break;
      default:
        this.#answer(reader, command);
    }
  }

  #answer(reader: string, act: Act): void {
    const { id } = act;
    const error = this.#try(act);
    this.#recorder.answer(reader, { id, error });
  }

  #try(act: Act): Refusal | undefined {
    const socket = sockets.liveSocket(act.socket);
    if (!socket) return 'closed';
    const state = sockets.readyState(socket);
    if (act.type !== 'close' && state !== OPEN) return state === CONNECTING ? 'connecting' : 'closed';
    try {
      this.#act(socket, act);
      return undefined;
    } catch (thrown) {
      return { thrown: `${thrown}` };
    }
  }

  #act(socket: WebSocket, act: Act): void {
    if (act.type === 'send') this.#calls.send(socket, [sent(act.data)]);
    else if (act.type === 'close') this.#calls.close(socket, closeArguments(act.code, act.reason));
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

function closeArguments(code: number | undefined, reason: string | undefined): unknown[] {
  if (code === undefined) return [];
  return reason === undefined ? [code] : [code, reason];
}
