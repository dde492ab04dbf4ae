import { Calls } from './calls.ts';
import { Channel, isHooked } from './channel.ts';
import { later, timeOrigin } from './clock.ts';
import { Commands } from './commands.ts';
import { Listener } from './listen.ts';
import { Recorder } from './recorder.ts';
import { patch } from './socket.ts';

/** Puts the hook into a window: before any script of the page, and once. */
export function install(window: Window & typeof globalThis): void {
  if (isHooked(window)) return;
  const recorder = new Recorder({
    origin: timeOrigin,
    later,
    deliver: (batch) => channel.deliver(batch),
    begin: () => channel.tellSockets(),
  });
  const listener = new Listener(recorder);
  const calls = new Calls(recorder, listener);
  const commands = new Commands(recorder, listener, calls);
  const channel = new Channel(window, ({ reader, command }) => commands.obey(reader, command));
  patch(window, calls);
}
