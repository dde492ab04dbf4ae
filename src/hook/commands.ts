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

/** Carries out a command; gives what hindered it, where something did. */
export type Obey = (command: HookCommand) => Hindrance | undefined;

/** What carries out what the relay asks for, with the natives saved at install. */
export function obeying(channel: Channel, recorder: Recorder, listener: Listener, calls: Calls): Obey {
  function act(socket: WebSocket, act: HookAct): void {
    if (act.type === 'send') calls.send(socket, [sent(act.data)]);
    else if (act.type === 'close') calls.close(socket, act.args);
    else inject(socket, received(socket, act.data));
  }

  /** A message as if it had arrived: the page's listeners get it in their order; only `isTrusted` tells. */
  function inject(socket: WebSocket, data: unknown): void {
    const { origin } = new NativeURL(sockets.url(socket));
    const event = new NativeMessageEvent('message', { __proto__: null, data, origin } as MessageEventInit);
    listener.injected = event;
    dispatchEvent(socket, event);
    listener.injected = undefined;
  }

  return (command) => {
    if (command.type === 'read') channel.deliver(recorder.read(command));
    else if (command.type === 'spare') recorder.spare(command.others);
    else if (command.type === 'limit') recorder.limit(command);
    else return hindered(command, act);
    return undefined;
  };
}

function hindered(act: HookAct, run: (socket: WebSocket, act: HookAct) => void): Hindrance | undefined {
  const socket = sockets.liveSocket(act.socket);
  const state = socket ? sockets.readyState(socket) : CLOSED;
  if (!socket || (act.type !== 'close' && state !== OPEN)) return { state };
  try {
    run(socket, act);
    return undefined;
  } catch (error) {
    return { thrown: errorText(error) ?? '' };
  }
}

const sent = (data: Sendable) => (data.text === undefined ? decodeBase64(data.base64) : data.text);

/** Text, or bytes in the form that the socket's `binaryType` asks for. */
function received(socket: WebSocket, data: Sendable): unknown {
  const content = sent(data);
  if (typeof content === 'string') return content;
  return sockets.binaryType(socket) === 'blob' ? new NativeBlob([content]) : content.buffer;
}
