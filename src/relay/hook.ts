import {
  ALIVE,
  BATCH,
  COMMAND,
  HANDSHAKE,
  type Hindrance,
  type HookAct,
  type HookCommand,
  MORE,
  type Outcome,
  type Read,
  type Reading,
  type Refusal,
} from '#protocol';
import { api } from './api.ts';

/** The private channel to the hook: a text that is in no document (see protocol/channel.ts). */
const node = document.createTextNode('');

let reading: (Reading & { readonly events: string }) | undefined;

/** Gives a command to the hook, which has carried it out when this returns. */
export function tell(command: HookCommand): void {
  node.dispatchEvent(new CustomEvent(COMMAND, { detail: JSON.stringify(command) }));
}

/** Reads on; `undefined` where the hook does not answer. */
export function read(command: Read): typeof reading {
  reading = undefined;
  tell(command);
  return reading;
}

/** Has something done with a socket of the page, and gives what became of it. */
export function act(id: number, command: HookAct): Outcome {
  tell(command);
  return { id, error: refusal(JSON.parse(node.data) as Hindrance) };
}

function refusal({ state, thrown }: Hindrance): Refusal | undefined {
  if (state !== undefined) return state === WebSocket.CONNECTING ? 'connecting' : 'closed';
  return thrown === undefined ? undefined : { thrown };
}

/** What of the window the hook could not patch; nothing as long as it has not said so. */
let unpatched: string | undefined;

/** What of the window is not recorded, as code, because another script was there first; empty where all is. */
export const missed = (): string => unpatched ?? '';

/**
 * Whether a hook must have come before this: it comes to no document that is older than the extension, nor to one that may
 * not run scripts.
 */
const isHookDue = () => document.readyState === 'loading' && matchMedia('(scripting)').matches;

/**
 * Shows the node to the hook; gives whether it took it, or should have. Where none does there is none (the page is older than
 * the extension), or it has a relay that lives.
 * @param more called when there is more to read
 */
export function shakeHands(more: () => void): boolean {
  // Read `detail` once: each reading copies it out of the page's world.
  node.addEventListener(BATCH, (event) => {
    reading = { ...((event as CustomEvent).detail as Reading), events: node.data };
  });
  node.addEventListener(MORE, () => {
    unpatched ??= node.data;
    more();
  });
  node.addEventListener(ALIVE, (event) => {
    if (api().runtime.id) event.preventDefault();
  });
  const isTaken = !window.dispatchEvent(new FocusEvent(HANDSHAKE, { relatedTarget: node, cancelable: true }));
  if (isTaken) unpatched ??= node.data;
  else if (isHookDue()) unpatched = 'window';
  return unpatched !== undefined;
}
