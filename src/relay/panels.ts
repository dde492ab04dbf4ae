import type { Runtime } from 'webextension-polyfill';
import { type Act, type Announcement, type Batch, type HookAct, isCommand, isRollCall } from '#protocol';
import { api, ignore } from './api.ts';
import { act, missed } from './hook.ts';
import type { Readers } from './readers.ts';

/** Tells every panel that the document has sockets, what of it the hook missed, and what it says last where it goes away before they have come. */
export function announce(batch?: Batch): void {
  const announcement: Announcement = {
    type: 'document',
    top: window === window.top,
    missed: missed(),
    batch,
  };
  // Rejects where no panel is open, and then nobody needs to know.
  api().runtime.sendMessage(announcement).catch(ignore);
}

/** Takes the ports of panels, and answers their roll calls. */
export function listenToPanels(readers: Readers): void {
  api().runtime.onConnect.addListener((port) => {
    port.onMessage.addListener((message: unknown) => take(port, message, readers));
    port.onDisconnect.addListener(() => readers.detach(port));
  });
  api().runtime.onMessage.addListener((message: unknown) => {
    if (isRollCall(message)) announce();
    return undefined;
  });
}

/** Does what a panel asks for. That it comes from our own extension is what the browser vouches for. */
function take(port: Runtime.Port, command: unknown, readers: Readers): void {
  if (!isCommand(command)) return;
  if (command.type === 'attach') readers.attach(port, command.after);
  else if (command.type === 'acknowledge') readers.acknowledge(port);
  else readers.answer(port, act(command.id, forHook(command)));
}

/** A call of `close()` has the arguments that were given, and no reason without a code. */
function forHook(command: Act): HookAct {
  if (command.type !== 'close') return command;
  const { type, socket, code, reason } = command;
  return { type, socket, args: code === undefined ? [] : reason === undefined ? [code] : [code, reason] };
}
