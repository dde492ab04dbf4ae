import type { Hindrance, HookAct, HookCommand, Sendable } from '#protocol';
import type { Channel } from './channel.ts';
import { decodeBase64 } from './log/payload.ts';
import type { Recorder } from './log/recorder.ts';
import { ignore, settled } from './natives.ts';
import { errorText } from './patch/errors.ts';
import type { Life, Sent } from './patch/life.ts';
import { liveSocket } from './patch/lives.ts';
import { CLOSED, OPEN } from './ready-state.ts';

/** Carries out a command; gives what hindered it, where something did. */
export type Obey = (command: HookCommand) => Hindrance | undefined;

/** What carries out what the relay asks for, with the natives saved at install. */
export const obeying =
  (channel: Channel, recorder: Recorder): Obey =>
  (command) => {
    if (command.type === 'read') channel.deliver(recorder.read(command));
    else if (command.type === 'limit') recorder.limit(command);
    else return hindered(command);
    return undefined;
  };

function hindered(act: HookAct): Hindrance | undefined {
  const socket = liveSocket(act.socket);
  const state = socket ? socket.readyState() : CLOSED;
  if (!socket || (act.type !== 'close' && state !== OPEN)) return { state };
  try {
    run(socket, act);
    return undefined;
  } catch (error) {
    return { thrown: errorText(error) ?? '' };
  }
}

function run(socket: Life, act: HookAct): void {
  if (act.type === 'close') socket.close(act.args);
  else if (act.type === 'inject') socket.inject(decoded(act.data));
  else {
    const { calls, nativeSend, sender } = socket;
    const sent = calls.send(socket, nativeSend, sender, decoded(act.data)) as Promise<void> | undefined;
    // Of a WebSocketStream: that a write failed is not the page's rejection.
    if (sent) settled(sent, ignore, ignore);
  }
}

const decoded = (data: Sendable): Sent => (data.text === undefined ? decodeBase64(data.base64) : data.text);
