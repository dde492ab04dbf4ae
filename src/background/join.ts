import type { Runtime } from 'webextension-polyfill';

/** Makes one port of two: what comes in at either goes out at the other, and they end together. */
export function join(one: Runtime.Port, other: Runtime.Port): void {
  pass(one, other);
  pass(other, one);
}

function pass(from: Runtime.Port, to: Runtime.Port): void {
  from.onMessage.addListener((message: unknown) => to.postMessage(message));
  from.onDisconnect.addListener(() => to.disconnect());
}
