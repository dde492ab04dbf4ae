import { isHooked, openChannel } from './channel.ts';
import { obeying } from './commands.ts';
import { recording } from './log/recorder.ts';
import { calling } from './patch/calls.ts';
import { patch } from './patch/socket.ts';
import { patchStreams } from './patch/stream/stream.ts';

/** Puts the hook into a window: before any script of the page, or not at all, and once. */
export function install(window: Window & typeof globalThis): void {
  if (isHooked(window) || isLate(window.document)) return;
  const channel = openChannel(window, (command) => obey(command));
  const recorder = recording(() => channel.tellMore());
  const calls = calling(recorder);
  const obey = obeying(channel, recorder);
  patchStreams(window, calls, recorder);
  patch(window, calls, recorder);
}

/**
 * Whether scripts of the page may have run: Firefox runs content scripts also in pages that are older than the extension.
 * What is taken there for the browser's own may be the page's. The initial about:blank is complete from the start.
 */
const isLate = ({ readyState, URL }: Document) => readyState !== 'loading' && URL !== 'about:blank';
