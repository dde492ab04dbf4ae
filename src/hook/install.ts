import { isHooked, openChannel } from './channel.ts';
import { obeying } from './commands.ts';
import { Recorder } from './log/recorder.ts';
import { Calls } from './patch/calls.ts';
import { listening } from './patch/listen.ts';
import { patch } from './patch/socket.ts';
import { patchStreams } from './patch/stream.ts';

/** Puts the hook into a window: before any script of the page, or not at all, and once. */
export function install(window: Window & typeof globalThis): void {
  if (isHooked(window) || isLate(window.document)) return;
  const channel = openChannel(window, (command) => obey(command));
  const recorder = new Recorder(() => channel.tellMore());
  const listener = listening(recorder);
  const calls = new Calls(recorder, listener);
  const obey = obeying(channel, recorder, listener, calls);
  patchStreams(window, calls, recorder);
  patch(window, calls);
}

/**
 * Whether scripts of the page may have run: Firefox runs content scripts also in pages that are older than the extension.
 * What is taken there for the browser's own may be the page's. The initial about:blank is complete from the start.
 */
const isLate = ({ readyState, URL }: Document) => readyState !== 'loading' && URL !== 'about:blank';
